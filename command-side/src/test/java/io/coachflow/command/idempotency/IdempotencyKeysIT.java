package io.coachflow.command.idempotency;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Requester.Idempotency;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Keys in a real PostgreSQL.
 */
class IdempotencyKeysIT {

	private static final String USER = "demo";

	private final JdbcClient jdbc = JdbcClient.create(CommandDatabase.dataSource());

	private final IdempotencyKeys keys = node();

	private final Idempotency start = new Idempotency("key-" + newId(), "hash of the start");

	@Test
	void aNewKeyStandsForTheNewSession() {
		String id = newId();

		assertThat(this.keys.claimStart(USER, this.start, id)).isEqualTo(id);
		assertThat(this.keys.claimStart("another user", this.start, newId())).isNotEqualTo(id);
	}

	@Test
	void whatWasClaimedBeforeACrashStandsForTheSameSessionAfterIt() {
		String id = newId();
		this.keys.claimStart(USER, this.start, id);

		assertThat(node().claimStart(USER, this.start, newId())).isEqualTo(id);
		assertThat(this.keys.claimStart(USER, this.start, newId())).isEqualTo(id);
	}

	@Test
	void nodesThatClaimAKeyAtOnceMeetInOneSession() throws Exception {
		int nodes = 8;
		try (ExecutorService executor = Executors.newFixedThreadPool(nodes)) {
			for (int round = 0; round < 20; round++) {
				Idempotency key = new Idempotency("key-" + newId(), "hash");
				List<String> offered = IntStream.range(0, nodes).mapToObj((_) -> newId()).toList();
				CountDownLatch ready = new CountDownLatch(nodes);
				List<Callable<String>> claims = offered.stream().map((id) -> (Callable<String>) () -> {
					ready.countDown();
					ready.await();
					return node().claimStart(USER, key, id);
				}).toList();

				List<String> met = executor.invokeAll(claims).stream().map(Future::resultNow).distinct().toList();

				assertThat(met).hasSize(1).isSubsetOf(offered);
			}
		}
	}

	@Test
	void aStartClaimedBeforeIdsWereKeptStandsForTheSessionOfItsUserAndKey() {
		Idempotency old = new Idempotency("an-old-key", "hash");
		this.jdbc.sql("INSERT INTO idempotency_key (user_id, idempotency_key, request_hash) VALUES (?, ?, ?)")
			.params(USER, old.key(), old.requestHash())
			.update();

		assertThat(this.keys.claimStart(USER, old, newId())).isEqualTo("5fb9f0af-1210-342a-a676-311da45e300b");
	}

	@Test
	void aKeyOfAnotherRequestIsRefused() {
		Idempotency step = new Idempotency(this.start.key(), "hash of a step");
		this.keys.claimStart(USER, this.start, newId());

		assertReused(() -> this.keys.claim(USER, step));
		assertReused(
				() -> this.keys.claimStart(USER, new Idempotency(this.start.key(), "hash of another start"), newId()));

		Idempotency other = new Idempotency("key-" + newId(), "hash of a step");
		assertThat(this.keys.claim(USER, other)).isEmpty();
		assertReused(() -> this.keys.claimStart(USER, new Idempotency(other.key(), "hash of a start"), newId()));
	}

	@Test
	void aKeyThatWasFreedStandsForTheNextSession() {
		this.keys.claimStart(USER, this.start, newId());
		this.keys.release(USER, this.start);
		String next = newId();

		assertThat(this.keys.claimStart(USER, this.start, next)).isEqualTo(next);
	}

	private static void assertReused(Callable<?> claim) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(claim::call)
			.returns(ErrorCode.IDEMPOTENCY_KEY_REUSED, ApiException::code);
	}

	private IdempotencyKeys node() {
		return new IdempotencyKeys(this.jdbc, new JsonMapper());
	}

	private static String newId() {
		return UUID.randomUUID().toString();
	}

}
