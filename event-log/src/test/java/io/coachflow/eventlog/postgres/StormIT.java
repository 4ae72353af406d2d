package io.coachflow.eventlog.postgres;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes, their connections and PostgreSQL are killed at random. The log holds every
 * acknowledged event once, and only events that a node meant to append.
 */
class StormIT {

	private static final int SEEDS = 20;

	@Test
	void theLogKeepsWhatItPromised() throws Exception {
		try (LogFixture log = LogFixture.create(new TestPostgres()); Storm storm = new Storm(log)) {
			storm.begin();
			for (int seed = 1; seed <= SEEDS; seed++) {
				storm.blow(seed, seed % 5 == 0);
			}
			storm.end();

			LogAudit audit = LogAudit.of(log.jdbc);
			audit.verify();
			StormRecord record = storm.record();
			record.verify(audit.rows());
			assertThat(record.count("acknowledged")).isGreaterThan(SEEDS);
			assertThat(record.count("refused")).as("conflicts").isPositive();
			assertThat(storm.readBy(audit.rows().size()))
				.isEqualTo(audit.rows().stream().map((row) -> row.index() + " " + row.eventId()).toList());
		}
	}

}
