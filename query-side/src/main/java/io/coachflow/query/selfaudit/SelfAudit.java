package io.coachflow.query.selfaudit;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

import io.coachflow.contracts.node.NodeRole;
import io.coachflow.contracts.node.NodeRoles;
import io.coachflow.contracts.node.Stopping;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Compares the read models with the log, continuously, slowly, and on one node at a time.
 */
@Component
public class SelfAudit {

	private static final Logger logger = LoggerFactory.getLogger(SelfAudit.class);

	/**
	 * Pauses this many times as long as a batch took, so that it takes a tenth of the
	 * time at most.
	 */
	private static final int IDLE_FACTOR = 9;

	private final ReadModelComparison comparison;

	private final SelfAuditLog log;

	private final TransactionOperations transactions;

	private final Stopping stopping;

	private final boolean hasRole;

	private volatile long position;

	private volatile long mismatches;

	/** Whether the last attempt failed: a failure is logged once. */
	private boolean failing;

	SelfAudit(ReadModelComparison comparison, SelfAuditLog log, TransactionOperations transactions, Stopping stopping,
			MeterRegistry registry, NodeRoles roles) {
		this.comparison = comparison;
		this.log = log;
		this.transactions = transactions;
		this.stopping = stopping;
		this.hasRole = roles.include(NodeRole.PROJECTIONS);
		Gauge.builder("coachflow.selfaudit.position", this, (it) -> it.position)
			.description("Position through which the read models were compared with the log")
			.register(registry);
		Gauge.builder("coachflow.selfaudit.mismatches", this, (it) -> it.mismatches)
			.description("Sessions and packages of which a read model differs from the log")
			.register(registry);
	}

	/**
	 * What was found so far.
	 *
	 * @param position through which the read models were compared with the log
	 * @param mismatches how many sessions and packages differ in a read model
	 */
	public record Findings(long position, long mismatches) {
	}

	/** What was found so far, on all nodes. */
	public Findings findings() {
		return this.log.findings();
	}

	@Scheduled(fixedDelayString = "${coachflow.self-audit.interval}")
	void audit() {
		boolean more = this.hasRole;
		try {
			while (more && !this.stopping.isStopping()) {
				long begun = System.nanoTime();
				more = Boolean.TRUE.equals(this.transactions.execute((_) -> auditSome()));
				Findings now = findings();
				this.position = now.position();
				this.mismatches = now.mismatches();
				TimeUnit.NANOSECONDS.sleep(more ? IDLE_FACTOR * (System.nanoTime() - begun) : 0);
			}
			this.failing = false;
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException ex) {
			if (!this.failing && !this.stopping.isStopping()) {
				logger.warn(
						"The self-audit failed and is retried; until it succeeds, the read models are not compared with the log: {}",
						ex.getClass().getName());
			}
			this.failing = true;
		}
	}

	/**
	 * Returns whether there is more to compare at once on this node.
	 */
	private boolean auditSome() {
		OptionalLong from = this.log.lock();
		return from.isPresent() && this.comparison.goOn(from.getAsLong());
	}

}
