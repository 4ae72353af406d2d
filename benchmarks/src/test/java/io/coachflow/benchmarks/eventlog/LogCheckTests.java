package io.coachflow.benchmarks.eventlog;

import java.util.List;

import io.coachflow.benchmarks.eventlog.EventLog.Logged;
import io.coachflow.benchmarks.load.Ledger;
import io.coachflow.benchmarks.load.Ledger.Acknowledged;
import io.coachflow.benchmarks.load.Ledger.Unknown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogCheckTests {

	private static final Logged VISION = new Logged("s", "vision", 1);

	private static final Logged OFFRE = new Logged("s", "offre", 5);

	private final Ledger ledger = new Ledger();

	@BeforeEach
	void twoStepsWereAcknowledged() {
		this.ledger.acknowledged().add(new Acknowledged("s", 0, 1));
		// The answer to the last step names the completion, one event later
		this.ledger.acknowledged().add(new Acknowledged("s", 4, 6));
	}

	@Test
	void isContentWhereEachIsThereOnce() {
		assertThat(LogCheck.compare(this.ledger, List.of(VISION, OFFRE))).isEmpty();
	}

	@Test
	void missesAStep() {
		assertThat(LogCheck.compare(this.ledger, List.of(OFFRE)))
			.containsExactly("1 acknowledged steps are not in the log");
	}

	@Test
	void findsAStepTwice() {
		assertThat(LogCheck.compare(this.ledger, List.of(VISION, OFFRE, VISION))).singleElement()
			.asString()
			.contains("more than once");
	}

	@Test
	void findsAStepThatNobodyWasToldOfUnlessItsAnswerWasLost() {
		List<Logged> logged = List.of(VISION, OFFRE, new Logged("t", "mission", 2));
		assertThat(LogCheck.compare(this.ledger, logged)).singleElement().asString().contains("acknowledged to nobody");
		this.ledger.unknown().add(new Unknown("t", 1));
		assertThat(LogCheck.compare(this.ledger, logged)).isEmpty();
	}

	@Test
	void doesNotTakeAnotherSequenceForTheStep() {
		assertThat(LogCheck.compare(this.ledger, List.of(new Logged("s", "vision", 2), OFFRE))).hasSize(2);
	}

}
