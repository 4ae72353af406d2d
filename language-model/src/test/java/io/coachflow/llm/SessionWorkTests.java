package io.coachflow.llm;

import java.util.concurrent.atomic.AtomicInteger;

import io.coachflow.llm.SessionWork.Piece;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionWorkTests {

	private final SessionWork work = new SessionWork();

	private final AtomicInteger hungUp = new AtomicInteger();

	@Test
	void allOfASessionsWorkIsCutOffAndNoOther() {
		try (Piece one = this.work.begin("s"); Piece two = this.work.begin("s"); Piece other = this.work.begin("t")) {
			one.onCutOff(this.hungUp::incrementAndGet);
			other.onCutOff(this.hungUp::incrementAndGet);

			this.work.cutOff("s");

			assertThat(one.isCutOff()).isTrue();
			assertThat(two.isCutOff()).isTrue();
			assertThat(other.isCutOff()).isFalse();
			assertThat(this.hungUp).hasValue(1);
		}
	}

	@Test
	void whatComesTooLateHangsUpAtOnce() {
		try (Piece piece = this.work.begin("s")) {
			this.work.cutOff("s");

			piece.onCutOff(this.hungUp::incrementAndGet);

			assertThat(this.hungUp).hasValue(1);
		}
	}

	@Test
	void theLastThingToHangUpIsTheOne() {
		try (Piece piece = this.work.begin("s")) {
			piece.onCutOff(() -> this.hungUp.addAndGet(100));
			piece.onCutOff(this.hungUp::incrementAndGet);

			this.work.cutOff("s");

			assertThat(this.hungUp).hasValue(1);
		}
	}

	@Test
	void workThatIsDoneIsNotCutOff() {
		Piece done = this.work.begin("s");
		done.close();

		this.work.cutOff("s");

		assertThat(done.isCutOff()).isFalse();
	}

	@Test
	void laterWorkForADeletedSessionIsItsOwn() {
		this.work.cutOff("s");

		try (Piece later = this.work.begin("s")) {
			assertThat(later.isCutOff()).isFalse();
		}
	}

}
