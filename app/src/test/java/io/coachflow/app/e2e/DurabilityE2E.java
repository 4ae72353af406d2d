package io.coachflow.app.e2e;

import java.util.Map;
import java.util.function.ToLongFunction;

import io.coachflow.app.e2e.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was acknowledged is there, whatever happened since.
 */
class DurabilityE2E {

	/**
	 * 10,000 characters with accents, emoji, combining marks, other scripts and layout.
	 */
	private static final String RICH = ("Élan, cœur, naïveté — 😀👩🏽‍🍳 e\u0301 السلام 你好\t\r\n\"\\\u2028 "
		.repeat(400)).substring(0, 9_000) + "é".repeat(1_000);

	private static RunningCoachflow coachflow;

	private static Caller demo;

	@BeforeAll
	static void start() throws Exception {
		coachflow = RunningCoachflow.start(Map.of());
		demo = coachflow.demo();
	}

	@AfterAll
	static void stop() throws Exception {
		coachflow.close();
	}

	@Test
	void answersComeBackCharacterForCharacterAfterKillAndFlush() throws Exception {
		String session = demo.start(Map.of("business_name", "Chez Aïssatou 🍲", "city", " Saint-Louis "))
			.field("session_id");
		assertThat(demo.step(session, RICH).status()).isEqualTo(200);

		coachflow.kill();
		coachflow.startAgain(Map.of());

		assertThat(demo.session(session).json().at("/answers/vision").asString()).isEqualTo(RICH);
		assertThat(demo.session(session).field("business_name")).isEqualTo("Chez Aïssatou 🍲");
		assertThat(demo.session(session).field("city")).isEqualTo(" Saint-Louis ");

		flushRedis();

		assertThat(demo.session(session).json().at("/answers/vision").asString()).isEqualTo(RICH);
		assertThat(demo.step(session, RICH).field("current_step")).isEqualTo("clientele");
		assertThat(timeToLive(session)).isBetween(7_100_000L, 7_200_000L);
		assertThat(demo.get(Caller.COACHING + "/sessions").text()).contains(session);
	}

	@Test
	void theSameKeyGivesTheSameBytesAfterARestart() throws Exception {
		Answer started = demo.start(Map.of("sector", "retail"), "Idempotency-Key", "start-1", "Accept-Language", "fr");
		String session = started.field("session_id");
		Answer stepped = demo.step(session, RICH, "Idempotency-Key", "step-1", "Accept-Language", "fr");
		Answer resumed = demo.start(Map.of("session_id", session), "Idempotency-Key", "resume-1");
		CoachingSessionE2E.STEPS.subList(1, 5).forEach((step) -> demo.step(session, "Answer to " + step));
		Answer completed = demo.complete(session, "Idempotency-Key", "complete-1");
		assertThat(completed.status()).isEqualTo(200);
		long events = EventLogReader.names(coachflow, session).size();

		coachflow.kill();
		coachflow.startAgain(Map.of());
		flushRedis();

		assertRepeats(started,
				demo.start(Map.of("sector", "retail"), "Idempotency-Key", "start-1", "Accept-Language", "en"));
		assertRepeats(stepped, demo.step(session, RICH, "Idempotency-Key", "step-1"));
		assertRepeats(resumed, demo.start(Map.of("session_id", session), "Idempotency-Key", "resume-1"));
		assertRepeats(completed, demo.complete(session, "Idempotency-Key", "complete-1"));
		assertThat(EventLogReader.names(coachflow, session)).hasSize((int) events);
	}

	@Test
	void aKeyWithAnotherBodyIsRefusedWhereverItIsUsed() throws Exception {
		String session = demo.startedSession();
		String other = demo.startedSession();
		demo.step(session, "Three restaurants in Dakar", "Idempotency-Key", "key-2");

		assertThat(demo.step(session, "Four", "Idempotency-Key", "key-2").field("error"))
			.isEqualTo("IDEMPOTENCY_KEY_REUSED");
		assertThat(demo.step(other, "Three restaurants in Dakar", "Idempotency-Key", "key-2").status()).isEqualTo(422);
		assertThat(demo.start(Map.of(), "Idempotency-Key", "key-2").status()).isEqualTo(422);
		assertThat(EventLogReader.names(coachflow, session)).hasSize(2);
		assertThat(EventLogReader.names(coachflow, other)).hasSize(1);
	}

	@Test
	void aRefusedRequestFreesItsKey() {
		String session = demo.startedSession();

		assertThat(demo.complete(session, "Idempotency-Key", "key-3").field("error")).isEqualTo("INVALID_STEP");
		assertThat(demo.step(session, "Three restaurants in Dakar", "Idempotency-Key", "key-3").status())
			.isEqualTo(200);
	}

	private static void assertRepeats(Answer first, Answer again) {
		assertThat(again.bytes()).isEqualTo(first.bytes());
		assertThat(again.status()).isEqualTo(first.status());
		assertThat(first.header("Idempotency-Replayed")).isEmpty();
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
		assertThat(again.header("Content-Language")).isEqualTo(first.header("Content-Language"));
	}

	private static void flushRedis() {
		onRedis((redis) -> {
			redis.serverCommands().flushAll();
			return 0L;
		});
	}

	private static long timeToLive(String session) throws InterruptedException {
		// The projection follows within moments
		for (int i = 0; i < 100; i++) {
			Long left = onRedis((redis) -> redis.keyCommands().pTtl(("coachflow:session:" + session).getBytes()));
			if (left > 0) {
				return left;
			}
			Thread.sleep(20);
		}
		return -1;
	}

	private static long onRedis(ToLongFunction<RedisConnection> work) {
		LettuceConnectionFactory factory = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1",
				Integer.parseInt(coachflow.setting("coachflow.local.redis-port"))));
		factory.start();
		try (RedisConnection connection = factory.getConnection()) {
			return work.applyAsLong(connection);
		}
		finally {
			factory.destroy();
		}
	}

}
