package io.coachflow.eventlog.texts;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;

import io.coachflow.contracts.session.GuidanceRecorded;
import io.coachflow.contracts.session.GuidanceTexts;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RecordedTextsTests {

	private static final GuidanceTexts TEXTS = new GuidanceTexts("Décrivez votre mission.", List.of("Exemple 1"),
			List.of("Pour qui ?"));

	private final EventStore log = TestTexts.log();

	private final Queue<Runnable> writes = new ArrayDeque<>();

	private final RecordedTexts node = new RecordedTexts(() -> this.log, this.writes::add);

	@Test
	void aDigestIsNamedOnlyOnceItsTextsAreInTheLog() {
		assertThat(this.node.digestOf(TEXTS)).isEmpty();
		assertThat(this.node.digestOf(TEXTS)).isEmpty();

		assertThat(this.writes).hasSize(1);
		this.writes.remove().run();

		assertThat(this.node.digestOf(TEXTS)).contains(TEXTS.digest());
		assertThat(this.writes).isEmpty();
		DomainEventMessage<?> written = this.log.readEvents(TEXTS.digest()).next();
		assertThat(written.getPayload()).isEqualTo(new GuidanceRecorded(TEXTS));
		assertThat(written.getType()).isEqualTo("Guidance");
		assertThat(written.getSequenceNumber()).isZero();
	}

	@Test
	void aRehearsalWritesNothing() {
		this.node.rehearse(() -> assertThat(this.node.digestOf(TEXTS)).isEmpty());

		assertThat(this.writes).isEmpty();
	}

	/** The node stops between the session's event and the one of its texts. */
	@Test
	void textsThatWereNotWrittenAreWrittenAtTheirNextUse() {
		this.node.digestOf(TEXTS);
		this.writes.clear();

		RecordedTexts again = new RecordedTexts(() -> this.log, Runnable::run);
		assertThat(again.digestOf(TEXTS)).isEmpty();
		assertThat(again.digestOf(TEXTS)).contains(TEXTS.digest());
	}

	@Test
	void aFailedWriteIsTriedAgainAtTheNextUse() {
		AtomicBoolean down = new AtomicBoolean(true);
		RecordedTexts unlucky = new RecordedTexts(() -> {
			if (down.get()) {
				throw new IllegalStateException("The log cannot be reached");
			}
			return this.log;
		}, Runnable::run);

		assertThat(unlucky.digestOf(TEXTS)).isEmpty();
		down.set(false);
		assertThat(unlucky.digestOf(TEXTS)).isEmpty();
		assertThat(unlucky.digestOf(TEXTS)).contains(TEXTS.digest());
	}

	@Test
	void whatAnotherNodeWroteIsNotWrittenAgain() {
		this.node.digestOf(TEXTS);
		this.writes.remove().run();

		RecordedTexts other = new RecordedTexts(() -> this.log, Runnable::run);
		other.digestOf(TEXTS);

		assertThat(other.digestOf(TEXTS)).contains(TEXTS.digest());
		assertThat(this.log.readEvents(TEXTS.digest()).asStream()).hasSize(1);
	}

	@Test
	void whatWasReadMayBeNamed() {
		this.node.digestOf(TEXTS);
		this.writes.remove().run();

		RecordedTexts reader = new RecordedTexts(() -> this.log, this.writes::add);
		assertThat(reader.find(TEXTS.digest())).contains(TEXTS);

		assertThat(reader.digestOf(TEXTS)).contains(TEXTS.digest());
		assertThat(this.writes).isEmpty();
	}

	@Test
	void textsThatDoNotGiveTheirDigestAreNone() {
		String digest = TEXTS.digest();
		this.log.publish(new GenericDomainEventMessage<>("Guidance", digest, 0,
				new GuidanceRecorded("Something else", List.of(), List.of())));

		assertThat(this.node.find(digest)).isEmpty();
		assertThatIllegalStateException().isThrownBy(() -> this.node.require(digest)).withMessageContaining(digest);
	}

}
