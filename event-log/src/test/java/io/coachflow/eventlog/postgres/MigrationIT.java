package io.coachflow.eventlog.postgres;

import java.util.List;

import org.axonframework.eventhandling.DomainEventMessage;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The migration of an old log, whose indexes have gaps, to one without gaps.
 */
class MigrationIT {

	private final LogFixture log = LogFixture.empty();

	@BeforeEach
	void before() {
		this.log.migrate("2");
		insert(3, "one", 0, "1");
		insert(4, "two", 0, null);
		insert(9, "one", 1, "1");
		insert(1000, "two", 1, "2");
		insert(1001, "one", 2, "1");
		this.log.jdbc.sql("INSERT INTO token_entry (processor_name, segment) VALUES ('session-view', 0)").update();
	}

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void indexesCloseUpInTheSameOrderAndTheEngineGoesOn() {
		List<String> before = this.log.eventIds();

		this.log.migrate("latest");

		assertThat(this.log.eventIds()).isEqualTo(before);
		assertThat(this.log.jdbc.sql("SELECT count(*) FROM token_entry").query(Long.class).single()).isZero();
		LogAudit.of(this.log.jdbc).verify();

		DomainEventMessage<?> next = LogFixture.event("two", 2);
		this.log.node().engine.appendEvents(next);

		assertThat(this.log.eventIds()).hasSize(6).endsWith(next.getIdentifier());
		LogAudit.of(this.log.jdbc).verify();
	}

	@Test
	void aHistoryWithAGapIsNotSealed() {
		insert(1002, "broken", 1, "1");

		assertThatExceptionOfType(FlywayException.class).isThrownBy(() -> this.log.migrate("latest"))
			.withMessageContaining("The history of broken has a gap");
		assertThat(this.log.jdbc.sql("SELECT max(global_index) FROM event_log").query(Long.class).single())
			.isEqualTo(1002);
	}

	@Test
	void anEmptyLogStartsAtOne() {
		this.log.jdbc.sql("TRUNCATE event_log").update();

		this.log.migrate("latest");
		this.log.node().engine.appendEvents(LogFixture.event("first", 0));

		LogAudit.of(this.log.jdbc).verify();
		assertThat(this.log.lastIndex()).isOne();
	}

	private void insert(long index, String session, long sequence, String revision) {
		this.log.jdbc
			.sql("""
					INSERT INTO event_log (global_index, aggregate_id, sequence_number, event_id, aggregate_type, event_name,
					                       revision, payload, metadata, occurred_at) OVERRIDING SYSTEM VALUE
					VALUES (?, ?, ?, gen_random_uuid(), 'CoachingSession', 'io.coachflow.é', ?, convert_to('"déjà"', 'UTF8'),
					        '{}', timestamptz '1969-12-31 23:59:59.999999Z' + ? * interval '7919.123457 days')""")
			.params(index, session, sequence, revision, sequence)
			.update();
	}

}
