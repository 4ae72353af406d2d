package io.coachflow.eventlog.postgres;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.coachflow.contracts.session.GuidanceTexts;
import io.coachflow.eventlog.texts.RecordedTexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes use the same texts at once.
 */
class RecordedTextsIT {

	private static final int ROUNDS = 20;

	private final LogFixture log = LogFixture.create();

	private final LogNode one = this.log.node();

	private final LogNode other = this.log.node();

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void eachTextIsInTheLogOnceAndBothNodesNameIt() throws Exception {
		RecordedTexts ofOne = new RecordedTexts(() -> this.one.store, Runnable::run);
		RecordedTexts ofOther = new RecordedTexts(() -> this.other.store, Runnable::run);
		CyclicBarrier together = new CyclicBarrier(2);
		try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int round = 0; round < ROUNDS; round++) {
				GuidanceTexts texts = new GuidanceTexts("Question " + round, List.of(), List.of());
				List<Future<Optional<String>>> first = List.of(ofOne, ofOther)
					.stream()
					.map((node) -> nodes.submit(() -> {
						together.await();
						return node.digestOf(texts);
					}))
					.toList();
				for (Future<Optional<String>> used : first) {
					assertThat(used.get()).isEmpty();
				}
				// Whoever lost has read it by its next use
				ofOne.digestOf(texts);
				ofOther.digestOf(texts);
				assertThat(ofOne.digestOf(texts)).contains(texts.digest());
				assertThat(ofOther.digestOf(texts)).contains(texts.digest());
			}
		}
		assertThat(this.log.jdbc.sql("SELECT count(*) FROM event_log WHERE aggregate_type = 'Guidance'")
			.query(Long.class)
			.single()).isEqualTo(ROUNDS);
	}

}
