package io.coachflow.query.projection;

import java.util.ArrayList;
import java.util.List;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LiveBatchesTests {

	private final EventsInMemory log = new EventsInMemory();

	/** How the log was opened, one after the other, and closed. */
	private final List<String> opened = new ArrayList<>();

	private LiveBatches from(@Nullable TrackingToken position) {
		return new LiveBatches(position, (from) -> open("direct", from), (from) -> open("ahead", from), this.log::size);
	}

	private LogBatches open(String how, @Nullable TrackingToken from) {
		this.opened.add(how);
		LogBatches batches = LogBatches.of(this.log.openStream(from), LogBatches.SIZE);
		return new LogBatches() {

			@Override
			public List<TrackedEventMessage<?>> next() throws InterruptedException {
				return batches.next();
			}

			@Override
			public void close() {
				LiveBatchesTests.this.opened.remove(how);
			}

		};
	}

	@Test
	void whoIsFarBehindReadsAheadUntilTheLastBatch() throws InterruptedException {
		this.log.append("s", 4_100);
		try (LiveBatches batches = from(EventsInMemory.at(100))) {
			for (int position = 100; position < 3_100; position += LogBatches.SIZE) {
				assertThat(this.opened).containsExactly("ahead");
				batches.next();
			}
			assertThat(this.opened).containsExactly("ahead");
			batches.next();
			assertThat(this.opened).containsExactly("direct");
			assertThat(positions(batches)).hasSize(LogBatches.SIZE).startsWith(3_601L).endsWith(4_100L);
			assertThat(batches.next()).isEmpty();
		}
		assertThat(this.opened).isEmpty();
	}

	@Test
	void whoIsNearReadsWhenAsked() throws InterruptedException {
		this.log.append("s", 2_000);
		try (LiveBatches batches = from(EventsInMemory.at(0))) {
			assertThat(this.opened).containsExactly("direct");
			batches.next();
			assertThat(this.opened).containsExactly("direct");
		}
	}

	@Test
	void whoFallsFarBehindReadsAheadAndMissesNothing() throws InterruptedException {
		this.log.append("s", 10);
		List<Long> positions = new ArrayList<>();
		try (LiveBatches batches = from(null)) {
			positions.addAll(positions(batches));
			this.log.append("later", 5_000);
			positions.addAll(positions(batches));
			assertThat(this.opened).containsExactly("ahead");
			while (positions.size() < this.log.size()) {
				positions.addAll(positions(batches));
			}
			assertThat(this.opened).containsExactly("direct");
		}
		assertThat(positions).isSorted().doesNotHaveDuplicates();
	}

	private static List<Long> positions(LogBatches batches) throws InterruptedException {
		return batches.next().stream().map((event) -> event.trackingToken().position().orElseThrow()).toList();
	}

}
