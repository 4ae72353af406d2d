package io.coachflow.eventlog.texts;

import java.time.Instant;
import java.util.stream.Stream;

import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InlineTextsUpcasterTests {

	private static final byte[] PAYLOAD = { '{', ' ', '}' };

	private final Serializer serializer = Jackson3Serializer.builder().build();

	@ParameterizedTest
	@CsvSource({ "io.coachflow.session.started,1,2", "io.coachflow.session.step-answered,1,2",
			"io.coachflow.session.clarification-requested,1,2", "io.coachflow.session.resumed,1,2",
			"io.coachflow.session.started,0,0", "io.coachflow.session.started,2,2",
			"io.coachflow.session.completed,1,1" })
	void onlyTheRevisionChangesAndOnlyOfEventsWithGuidance(String name, String revision, String read) {
		IntermediateEventRepresentation stored = new InitialEventRepresentation(
				new GenericDomainEventEntry<>("CoachingSession", "s", 0, "id", Instant.EPOCH, name, revision, PAYLOAD,
						new byte[] { '{', '}' }),
				this.serializer);

		IntermediateEventRepresentation upcast = new InlineTextsUpcaster().upcast(Stream.of(stored))
			.findFirst()
			.orElseThrow();

		assertThat(upcast.getType().getName()).isEqualTo(name);
		assertThat(upcast.getType().getRevision()).isEqualTo(read);
		assertThat(upcast.getData(byte[].class).getData()).isEqualTo(PAYLOAD);
	}

}
