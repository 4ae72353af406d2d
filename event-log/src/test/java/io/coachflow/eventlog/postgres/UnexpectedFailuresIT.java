package io.coachflow.eventlog.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Failures of the appender's connection other than its loss.
 */
class UnexpectedFailuresIT {

	/** A server of its own, because nobody may write to it for a while. */
	private static final TestPostgres POSTGRES = new TestPostgres();

	private final LogFixture log = LogFixture.create(POSTGRES);

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void theAddressMayHoldTheCredentials() throws SQLException {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(this.log.url() + "&user=coachflow&password=coachflow");

			try (Connection connection = new LogConnections(pool).open("somebody", Duration.ofSeconds(4), "")) {
				assertThat(connection.isValid(1)).isTrue();
			}
		}
	}

	@Test
	void aFailureOfAnyKindLeavesTheAppenderAtWork() throws Exception {
		AtomicBoolean broken = new AtomicBoolean(true);
		EventAppender appender = new EventAppender(new LogConnections(this.log.pool()) {

			@Override
			Connection open(String name, Duration timeout, String options) throws SQLException {
				if (broken.get()) {
					throw new IllegalStateException("A bug");
				}
				return super.open(name, timeout, options);
			}

		}, new CommitListener(new CommitTimes(new SimpleMeterRegistry()), this.log.node().tail));
		appender.start();

		assertThatExceptionOfType(LogUnavailableException.class).isThrownBy(() -> appender.append(rows()))
			.withMessageContaining("nothing was written");
		broken.set(false);
		appender.append(rows());

		appender.stop();
		assertThat(this.log.eventIds()).hasSize(1);
	}

	@Test
	void aServerThatTakesNoWritesIsLeftForTheNext() {
		LogNode node = this.log.node();
		this.log.jdbc.sql("ALTER ROLE coachflow SET default_transaction_read_only = on").update();
		try {
			assertThatExceptionOfType(LogUnavailableException.class)
				.isThrownBy(() -> node.engine.appendEvents(LogFixture.event(LogFixture.session(), 0)))
				.withMessageContaining("nothing was written");
		}
		finally {
			// This session began before the setting
			this.log.jdbc.sql("ALTER ROLE coachflow RESET default_transaction_read_only").update();
		}

		node.engine.appendEvents(LogFixture.event(LogFixture.session(), 0));
		assertThat(this.log.eventIds()).hasSize(1);
	}

	private static List<EventRow> rows() {
		return List.of(new EventRow(UUID.randomUUID().toString(), 0, UUID.randomUUID().toString(), null, "name", null,
				new byte[0], new byte[0], Instant.EPOCH, new byte[0]));
	}

}
