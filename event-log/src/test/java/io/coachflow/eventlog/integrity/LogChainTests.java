package io.coachflow.eventlog.integrity;

import java.util.List;

import io.coachflow.contracts.rest.BadEvent;
import org.junit.jupiter.api.Test;

import static io.coachflow.eventlog.integrity.Histories.ONE;
import static io.coachflow.eventlog.integrity.Histories.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

class LogChainTests {

	private final List<StoredEvent> log = Histories.log(ONE, ONE, OTHER, ONE, OTHER, ONE, OTHER, OTHER);

	private final LogChain chain = new LogChain(1);

	@Test
	void textsAreThereBeforeTheyAreNamedAndAreNoSessions() {
		StoredEvent first = Texts.naming(2L, "s", 0, EventHash.NONE);
		LogChain chain = new LogChain(1);
		chain.follow(Texts.held(1L));
		chain.follow(first);
		chain.follow(Texts.naming(3L, "s", 1, first.hash()));

		assertThat(chain.flaws()).isEmpty();
		assertThat(chain.events()).isEqualTo(3);
		assertThat(chain.sessions()).isEqualTo(1);
	}

	@Test
	void missingTextsAreNamedOnce() {
		StoredEvent first = Texts.naming(1L, "s", 0, EventHash.NONE);
		LogChain chain = new LogChain(1);
		chain.follow(first);
		chain.follow(Texts.naming(2L, "s", 1, first.hash()));

		assertThat(chain.bad()).isEqualTo(1);
		assertThat(chain.flaws()).singleElement().satisfies((flaw) -> {
			assertThat(flaw.position()).isEqualTo(1);
			assertThat(flaw.sessionId()).isEqualTo("s");
			assertThat(flaw.problem()).contains(Texts.DIGEST, "missing");
		});
	}

	@Test
	void changedTextsAreNamedAlthoughTheirHashWasComputedAnew() {
		LogChain chain = new LogChain(1);
		chain.follow(Texts.held(1L, "Comment ?"));

		assertThat(chain.flaws()).singleElement()
			.satisfies((flaw) -> assertThat(flaw.problem()).contains(Texts.DIGEST, "changed"));
	}

	@Test
	void anUntouchedLogHasNoFlaw() {
		follow();

		assertThat(this.chain.flaws()).isEmpty();
		assertThat(this.chain.bad()).isZero();
		assertThat(this.chain.events()).isEqualTo(8);
		assertThat(this.chain.sessions()).isEqualTo(2);
		assertThat(this.chain.lastSequence(ONE)).isEqualTo(3);
		assertThat(this.chain.lastSequence("nobody")).isEqualTo(-1);
		assertThat(this.chain.position()).isEqualTo(8);
	}

	@Test
	void anEmptyLogHasNoFlawUnlessPositionsWereGiven() {
		this.log.clear();
		follow(0);
		assertThat(this.chain.bad()).isZero();

		this.chain.endsAt(2);
		assertThat(this.chain.flaws()).extracting(BadEvent::position).containsExactly(1L, 2L);
	}

	@Test
	void aChangedEventIsNamedWithItsPosition() {
		this.log.set(3, Histories.renamed(this.log.get(3)));
		follow();

		assertThat(this.chain.flaws()).singleElement().satisfies((flaw) -> assertBad(flaw, 4L, ONE, 2L));
	}

	@Test
	void aRemovedEventIsNamedWithTheSessionAndSequenceThatItHad() {
		this.log.remove(4);
		follow();

		assertThat(this.chain.flaws()).containsExactly(new BadEvent(5L, OTHER, 1L, "Sequence 1 is missing."));
		assertThat(this.chain.bad()).isEqualTo(1);
	}

	@Test
	void aRemovedFirstEventIsNamed() {
		this.log.remove(0);
		follow();

		assertThat(this.chain.flaws()).containsExactly(new BadEvent(1L, ONE, 0L, "Sequence 0 is missing."));
	}

	@Test
	void aRemovedEndIsMissedByItsPositionAndNamedByTheWitness() {
		this.log.removeLast();
		follow();
		assertThat(this.chain.flaws())
			.containsExactly(new BadEvent(8L, null, null, "The event at position 8 is missing."));

		this.chain.endsAt(OTHER, 3);

		assertThat(this.chain.flaws()).containsExactly(new BadEvent(8L, OTHER, 3L, "Sequence 3 is missing."));
		assertThat(this.chain.bad()).isEqualTo(1);
	}

	@Test
	void aRemovedSessionIsNamedByTheWitness() {
		this.log.removeIf((event) -> event.sessionId().equals(ONE));
		follow();
		this.chain.endsAt(ONE, 3);

		assertThat(this.chain.flaws()).extracting(BadEvent::sessionId).containsOnly(ONE).hasSize(4);
		assertBad(this.chain.flaws().getFirst(), 1L, ONE, 0L);
	}

	@Test
	void whereMoreIsMissingThanCanBeToldApartEachIsStillCounted() {
		this.log.remove(4);
		this.log.remove(3);
		follow();

		assertThat(this.chain.flaws()).extracting(BadEvent::position).startsWith(4L, 5L);
		assertThat(this.chain.flaws()).anySatisfy((flaw) -> assertBad(flaw, 6L, ONE, 2L))
			.anySatisfy((flaw) -> assertBad(flaw, 7L, OTHER, 1L));
	}

	@Test
	void swappedPositionsAreNamed() {
		StoredEvent second = this.log.get(1);
		StoredEvent fourth = this.log.get(3);
		this.log.set(1, Histories.at(2, fourth));
		this.log.set(3, Histories.at(4, second));
		follow();

		assertBad(this.chain.flaws().getFirst(), 2L, ONE, 1L);
	}

	@Test
	void anUntoldNumberOfMissingEventsIsCountedButNotKept() {
		this.log.clear();
		follow(5_000_000_000L);

		assertThat(this.chain.bad()).isEqualTo(5_000_000_000L);
		assertThat(this.chain.flaws()).hasSize(1_000);
	}

	private void follow() {
		follow(8);
	}

	private void follow(long through) {
		this.log.forEach(this.chain::follow);
		this.chain.endsAt(through);
	}

	private static void assertBad(BadEvent flaw, Long position, String session, Long sequence) {
		assertThat(flaw.position()).isEqualTo(position);
		assertThat(flaw.sessionId()).isEqualTo(session);
		assertThat(flaw.sequence()).isEqualTo(sequence);
	}

}
