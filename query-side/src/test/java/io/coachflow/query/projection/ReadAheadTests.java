package io.coachflow.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ReadAheadTests {

	private final EventsInMemory log = new EventsInMemory();

	@Test
	void everyEventComesOnceAndInOrder() throws InterruptedException {
		this.log.append("s", 1_200);
		List<Long> positions = new ArrayList<>();
		try (LogBatches batches = ReadAhead
			.of(LogBatches.of(this.log.openStream(EventsInMemory.at(100)), LogBatches.SIZE))) {
			while (positions.size() < 1_100) {
				List<TrackedEventMessage<?>> batch = batches.next();
				assertThat(batch).hasSizeLessThanOrEqualTo(LogBatches.SIZE);
				batch.forEach((event) -> positions.add(event.trackingToken().position().orElseThrow()));
			}
			assertThat(batches.next()).isEmpty();
		}
		assertThat(positions.getFirst()).isEqualTo(101);
		assertThat(positions.getLast()).isEqualTo(1_200);
		assertThat(positions).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void aFailureToReadIsThrown() {
		LogBatches failing = batches(() -> {
			throw new IllegalStateException("The log is away");
		}, new AtomicBoolean());
		try (LogBatches batches = ReadAhead.of(failing)) {
			assertThatThrownBy(() -> {
				while (true) {
					batches.next();
				}
			}).hasMessage("The log is away");
		}
	}

	@Test
	void anErrorIsThrownAsTheCauseOfAnException() {
		LogBatches failing = batches(() -> {
			throw new StackOverflowError();
		}, new AtomicBoolean());
		try (LogBatches batches = ReadAhead.of(failing)) {
			await().untilAsserted(() -> assertThatThrownBy(batches::next).isInstanceOf(RuntimeException.class)
				.hasCauseInstanceOf(StackOverflowError.class));
		}
	}

	@Test
	void anEventThatCannotBeReadIsLeftToItsHandler() throws InterruptedException {
		TrackedEventMessage<?> poison = mock();
		given(poison.getPayload()).willThrow(new IllegalArgumentException("No JSON"));
		try (LogBatches batches = ReadAhead.of(batches(() -> List.of(poison), new AtomicBoolean()))) {
			assertThat(batches.next()).containsExactly(poison);
			assertThat(batches.next()).containsExactly(poison);
		}
	}

	@Test
	void whoIsClosedReadsNoMore() {
		AtomicBoolean closed = new AtomicBoolean();
		// Here: Mockito begins with the first mock, and would never work again if it was
		// interrupted then
		TrackedEventMessage<?> event = mock();
		ReadAhead.of(batches(() -> List.of(event), closed)).close();

		await().untilTrue(closed);
	}

	private interface Next {

		List<TrackedEventMessage<?>> events();

	}

	private static LogBatches batches(Next next, AtomicBoolean closed) {
		return new LogBatches() {

			@Override
			public List<TrackedEventMessage<?>> next() {
				return next.events();
			}

			@Override
			public void close() {
				closed.set(true);
			}

		};
	}

}
