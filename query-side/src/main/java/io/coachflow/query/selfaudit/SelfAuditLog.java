package io.coachflow.query.selfaudit;

import java.util.List;
import java.util.OptionalLong;

import io.coachflow.query.selfaudit.SelfAudit.Findings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables of the self-audit.
 */
@Component
class SelfAuditLog {

	private final JdbcClient jdbc;

	SelfAuditLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A session or package of which a read model differs from the log. */
	record Mismatch(String readModel, String aggregateId, long position) {
	}

	/** The position, and the number of mismatches. */
	Findings findings() {
		return this.jdbc.sql("SELECT position, (SELECT count(*) FROM self_audit_mismatch) FROM self_audit")
			.query((row, _) -> new Findings(row.getLong(1), row.getLong(2)))
			.single();
	}

	/**
	 * Locks the position until the transaction ends; empty if another node holds the
	 * lock.
	 */
	OptionalLong lock() {
		return this.jdbc.sql("SELECT position FROM self_audit FOR UPDATE SKIP LOCKED")
			.query(Long.class)
			.optional()
			.map(OptionalLong::of)
			.orElseGet(OptionalLong::empty);
	}

	void advance(long position) {
		this.jdbc.sql("UPDATE self_audit SET position = ?, checked_at = now()").param(position).update();
	}

	void found(Mismatch mismatch, List<String> fields) {
		this.jdbc
			.sql("""
					INSERT INTO self_audit_mismatch (read_model, aggregate_id, fields, position) VALUES (?, ?, ?, ?)
					ON CONFLICT (read_model, aggregate_id) DO UPDATE SET fields = EXCLUDED.fields, position = EXCLUDED.position""")
			.params(mismatch.readModel(), mismatch.aggregateId(), String.join(", ", fields), mismatch.position())
			.update();
	}

	void mended(Mismatch mismatch) {
		this.jdbc.sql("DELETE FROM self_audit_mismatch WHERE read_model = ? AND aggregate_id = ?")
			.params(mismatch.readModel(), mismatch.aggregateId())
			.update();
	}

	/** The oldest mismatches. */
	List<Mismatch> some(int limit) {
		return this.jdbc
			.sql("SELECT read_model, aggregate_id, position FROM self_audit_mismatch ORDER BY found_at LIMIT ?")
			.param(limit)
			.query((row, _) -> new Mismatch(row.getString(1), row.getString(2), row.getLong(3)))
			.list();
	}

}
