package io.coachflow.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import io.coachflow.eventlog.texts.TestTexts;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares events with their frozen forms, the files in
 * {@code src/test/resources/events}.
 */
final class FrozenForm {

	private static final JsonMapper JSON = new JsonMapper();

	private FrozenForm() {
	}

	/**
	 * Asserts that the event is written in its frozen form, and read from it.
	 * @param suffix the end of the file's name, after the event's name and revision
	 */
	static void assertUnchanged(Object event, String suffix) throws IOException {
		assertUnchanged(event, suffix, new EventSerializer(TestTexts.none()));
	}

	static void assertUnchanged(Object event, String suffix, EventSerializer serializer) throws IOException {
		SerializedObject<String> written = serializer.serialize(event, String.class);
		String name = written.getType().getName();
		String revision = written.getType().getRevision();
		String frozen = read(name + ".v" + revision + suffix);

		assertThat(JSON.readTree(written.getData())).isEqualTo(JSON.readTree(frozen));
		Object read = serializer.deserialize(new SimpleSerializedObject<>(frozen, String.class, name, revision));
		assertThat(read).isEqualTo(event);
	}

	private static String read(String name) throws IOException {
		try (InputStream in = FrozenForm.class.getResourceAsStream("/events/" + name + ".json")) {
			assertThat(in).as("The frozen form of %s", name).isNotNull();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
