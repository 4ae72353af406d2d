package io.coachflow.app.health;

import io.coachflow.query.selfaudit.SelfAudit;
import io.coachflow.query.selfaudit.SelfAudit.Findings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reports how far the read models were compared with the log, and {@code DEGRADED} if one
 * differs: a rebuild repairs it.
 */
@Component("selfAuditHealthIndicator")
class SelfAuditHealth implements HealthIndicator {

	private static final Status DEGRADED = new Status(RedisHealth.DEGRADED.getCode(),
			"A read model differs from the event log: rebuild it");

	private final SelfAudit audit;

	SelfAuditHealth(SelfAudit audit) {
		this.audit = audit;
	}

	@Override
	public Health health() {
		try {
			Findings findings = this.audit.findings();
			Health.Builder health = (findings.mismatches() == 0) ? Health.up() : Health.status(DEGRADED);
			return health.withDetail("verified_through_position", findings.position())
				.withDetail("mismatches", findings.mismatches())
				.build();
		}
		catch (DataAccessException | TransactionException _) {
			return Health.unknown().build();
		}
	}

}
