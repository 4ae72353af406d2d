package io.coachflow.query.selfaudit;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

import io.coachflow.query.TestStores;
import io.coachflow.query.selfaudit.SelfAudit.Findings;
import io.coachflow.query.selfaudit.SelfAuditLog.Mismatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The tables of the self-audit in PostgreSQL.
 */
class SelfAuditLogIT {

	private static final Mismatch MISMATCH = new Mismatch("session-list", "s1", 7);

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private SelfAuditLog log;

	@BeforeEach
	void empty() {
		stores.clear("self_audit_mismatch");
		this.log = new SelfAuditLog(stores.jdbc());
		this.log.advance(0);
	}

	@Test
	void theAuditBeginsAtTheBeginning() {
		assertThat(this.log.findings()).isEqualTo(new Findings(0, 0));
	}

	@Test
	void oneNodeAtATimeHasThePosition() {
		stores.transactions().executeWithoutResult((_) -> {
			assertThat(this.log.lock()).hasValue(0);
			assertThat(onAnotherNode()).isEmpty();
			this.log.advance(12);
		});

		assertThat(onAnotherNode()).hasValue(12);
		assertThat(this.log.findings().position()).isEqualTo(12);
	}

	@Test
	void whatFailsHalfwayWasNotCompared() {
		assertThatIllegalStateException().isThrownBy(() -> stores.transactions().executeWithoutResult((_) -> {
			this.log.lock();
			this.log.found(MISMATCH, List.of("phase"));
			this.log.advance(12);
			throw new IllegalStateException("The node dies");
		}));

		assertThat(this.log.findings()).isEqualTo(new Findings(0, 0));
		assertThat(onAnotherNode()).hasValue(0);
	}

	@Test
	void aMismatchIsCountedOnceUntilItIsMended() {
		this.log.found(MISMATCH, List.of("phase"));
		this.log.found(new Mismatch("session-list", "s1", 9), List.of("phase", "answered"));
		this.log.found(new Mismatch("package-view", "s1", 9), List.of("view"));

		assertThat(this.log.findings().mismatches()).isEqualTo(2);
		assertThat(stores.jdbc()
			.sql("SELECT fields FROM self_audit_mismatch WHERE read_model = 'session-list'")
			.query(String.class)
			.single()).isEqualTo("phase, answered");

		this.log.mended(MISMATCH);
		assertThat(this.log.some(10)).containsExactly(new Mismatch("package-view", "s1", 9));
	}

	@Test
	void theMismatchesOfLongestStandingComeFirst() {
		for (int i = 0; i < 5; i++) {
			this.log.found(new Mismatch("session-list", "s" + i, i), List.of("phase"));
		}

		assertThat(this.log.some(3)).extracting(Mismatch::aggregateId).containsExactly("s0", "s1", "s2");
	}

	private OptionalLong onAnotherNode() {
		return CompletableFuture.supplyAsync(() -> this.log.lock()).join();
	}

}
