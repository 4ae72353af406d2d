package io.coachflow.eventlog.texts;

import io.coachflow.contracts.session.Guidance;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdConvertingSerializer;
import tools.jackson.databind.util.StdConverter;

/**
 * Writes guidance as {@link StoredGuidance}, and reads it from there.
 */
public class GuidanceModule extends SimpleModule {

	public GuidanceModule(RecordedTexts recorded) {
		super("guidance");
		addSerializer(Guidance.class,
				new StdConvertingSerializer(Guidance.class, new StdConverter<Guidance, StoredGuidance>() {

					@Override
					public StoredGuidance convert(Guidance guidance) {
						return StoredGuidance.of(guidance, recorded);
					}

				}));
		addDeserializer(Guidance.class, new StdConvertingDeserializer<>(new StdConverter<StoredGuidance, Guidance>() {

			@Override
			public Guidance convert(StoredGuidance stored) {
				return stored.read(recorded);
			}

		}));
	}

}
