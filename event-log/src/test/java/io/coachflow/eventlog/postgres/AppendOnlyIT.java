package io.coachflow.eventlog.postgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The tables themselves refuse every change of the history.
 */
class AppendOnlyIT {

	private static LogFixture log;

	@BeforeAll
	static void append() {
		log = LogFixture.create();
		log.node().engine.appendEvents(LogFixture.event(LogFixture.session(), 0));
	}

	@AfterAll
	static void close() {
		log.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE event_log SET payload = '{}'", "UPDATE event_log SET global_index = 2",
			"DELETE FROM event_log", "TRUNCATE event_log", "UPDATE event_log_head SET last_index = 0",
			"DELETE FROM event_log_head", "TRUNCATE event_log_head" })
	void whatHappenedStays(String sql) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> log.jdbc.sql(sql).update())
			.withMessageContaining("is append-only");

		assertThat(log.eventIds()).hasSize(1);
		assertThat(log.lastIndex()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "INSERT INTO event_log_head (last_index) VALUES (7)",
			"INSERT INTO event_log_head (only_row, last_index) VALUES (false, 7)",
			"INSERT INTO event_log SELECT * FROM event_log" })
	void thereIsOneHeadAndOneEventOfAnIndex(String sql) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> log.jdbc.sql(sql).update());

		assertThat(log.lastIndex()).isOne();
	}

}
