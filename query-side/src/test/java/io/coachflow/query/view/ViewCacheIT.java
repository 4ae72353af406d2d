package io.coachflow.query.view;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.coachflow.query.TestStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Views in a real Redis: the script refuses older ones, and they expire.
 */
class ViewCacheIT {

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private StringRedisTemplate redis;

	private ViewCache<Note> cache;

	record Note(String sessionId, long sequence, String text) implements View {
	}

	@BeforeEach
	void empty() {
		stores.clear("session_list");
		this.redis = stores.redis();
		this.cache = cache("note:", (_) -> Instant.now().plusSeconds(3600));
	}

	@Test
	void whatIsKeptIsFound() {
		Note note = new Note("s1", 0, "é, ✓ and \"quotes\"");
		this.cache.saveAll(List.of(note));

		assertThat(this.cache.find("s1")).contains(note);
		assertThat(this.cache.read("s1")).contains(note);
		assertThat(this.cache.find("s2")).isEmpty();
	}

	@Test
	void newerViewsTakeThePlaceOfOlderOnesAndNeverTheOtherWay() {
		this.cache.saveAll(List.of(new Note("s1", 9, "nine")));
		this.cache.saveAll(List.of(new Note("s1", 10, "ten")));
		this.cache.saveAll(List.of(new Note("s1", 9, "nine")));

		assertThat(this.cache.find("s1")).contains(new Note("s1", 10, "ten"));
	}

	@Test
	void aViewOfTheSameSequenceMendsTheOther() {
		this.cache.saveAll(List.of(new Note("s1", 3, "wrong")));
		this.cache.saveAll(List.of(new Note("s1", 3, "right")));

		assertThat(this.cache.find("s1")).contains(new Note("s1", 3, "right"));
	}

	@Test
	void amongManyTheOlderOnesAloneAreRefused() {
		this.cache.saveAll(notes(350, 5, "first"));
		List<Note> mixed = IntStream.range(0, 350)
			.mapToObj((i) -> new Note("s" + i, (i % 2 == 0) ? 4 : 6, "later"))
			.toList();

		this.cache.saveAll(mixed);

		assertThat(IntStream.range(0, 350).mapToObj((i) -> this.cache.find("s" + i).orElseThrow().text()))
			.containsExactlyElementsOf(
					IntStream.range(0, 350).mapToObj((i) -> (i % 2 == 0) ? "first" : "later").toList());
	}

	@Test
	void largeViewsAreWrittenInSeveralCalls() {
		List<Note> notes = IntStream.range(0, 7)
			.mapToObj((i) -> new Note("s" + i, 1, i + "x".repeat(200_000)))
			.toList();

		this.cache.saveAll(notes);

		assertThat(notes).allSatisfy((note) -> assertThat(this.cache.find(note.sessionId())).contains(note));
	}

	@Test
	void redisForgetsAViewWhenItsTimeIsUp() {
		ViewCache<Note> shortLived = cache("note:", (_) -> Instant.now().plusMillis(300));
		shortLived.saveAll(List.of(new Note("s1", 0, "soon gone")));

		assertThat(this.redis.getExpire("note:s1", TimeUnit.MILLISECONDS)).isBetween(1L, 300L);
		await().atMost(Duration.ofSeconds(5)).until(() -> !this.redis.hasKey("note:s1"));
		assertThat(this.cache.find("s1")).isEmpty();
	}

	@Test
	void eachOfManyHasItsOwnEnd() {
		cache("note:", (note) -> Instant.now().plusSeconds(1_000 * (1 + note.sequence())))
			.saveAll(List.of(new Note("s0", 0, "a"), new Note("s1", 1, "b"), new Note("s2", 2, "c")));

		assertThat(this.redis.getExpire("note:s0")).isBetween(900L, 1_000L);
		assertThat(this.redis.getExpire("note:s1")).isBetween(1_900L, 2_000L);
		assertThat(this.redis.getExpire("note:s2")).isBetween(2_900L, 3_000L);
	}

	@Test
	void aLaterWriteSetsALaterEnd() {
		cache("note:", (_) -> Instant.now().plusSeconds(60)).saveAll(List.of(new Note("s1", 0, "a")));
		this.cache.saveAll(List.of(new Note("s1", 1, "b")));

		assertThat(this.redis.getExpire("note:s1")).isBetween(3500L, 3600L);
	}

	@Test
	void whatIsOverIsNotKept() {
		ViewCache<Note> over = cache("note:", (_) -> Instant.now().minusMillis(1));
		over.saveAll(List.of(new Note("s1", 0, "over")));
		over.saveAll(List.of());

		assertThat(this.redis.hasKey("note:s1")).isFalse();
	}

	@Test
	void clearingTakesOneSlotAlone() {
		ViewCache<Note> other = cache("note_b:", (_) -> Instant.now().plusSeconds(3600));
		this.cache.saveAll(notes(2_500, 0, "many"));
		other.saveAll(notes(3, 0, "stays"));

		this.cache.clear();

		assertThat(this.redis.keys("note:*")).isEmpty();
		assertThat(this.redis.keys("note_b:*")).hasSize(3);
		this.cache.clear();
	}

	@Test
	void whatCannotBeReadIsForgotten() {
		this.redis.opsForHash().put("note:s1", "view", "{\"sessionId\": 1, ");
		this.redis.opsForHash().put("note:s1", "sequence", "7");

		assertThat(this.cache.find("s1")).isEmpty();
		assertThat(this.redis.hasKey("note:s1")).isFalse();
	}

	@Test
	void aKeyOfAnotherKindMakesRoom() {
		this.redis.opsForValue().set("note:s1", "not ours");
		assertThat(this.cache.find("s1")).isEmpty();

		this.redis.opsForValue().set("note:s2", "not ours");
		List<Note> ours = notes(4, 0, "ours");
		this.cache.saveAll(ours);
		assertThat(ours).allSatisfy((note) -> assertThat(this.cache.find(note.sessionId())).contains(note));
	}

	@Test
	void readersDoWithoutARedisThatIsAway() throws IOException {
		LettuceConnectionFactory nowhere;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			nowhere = new LettuceConnectionFactory(
					new RedisStandaloneConfiguration("127.0.0.1", socket.getLocalPort()));
		}
		nowhere.start();
		ViewCache<Note> away = new ViewCache<>("note:", Note.class, (_) -> Instant.MAX,
				new StringRedisTemplate(nowhere), new JsonMapper(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
		List<Note> views = List.of(new Note("s1", 0, "a"));

		assertThat(away.find("s1")).isEmpty();
		away.saveIfReachable(views);

		// Projections wait for it instead
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> away.read("s1"));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(away::clear);
		nowhere.destroy();
	}

	private static List<Note> notes(int count, long sequence, String text) {
		return IntStream.range(0, count).mapToObj((i) -> new Note("s" + i, sequence, text)).toList();
	}

	private ViewCache<Note> cache(String prefix, Function<Note, Instant> expiresAt) {
		return new ViewCache<>(prefix, Note.class, expiresAt, this.redis, new JsonMapper(), Clock.systemUTC());
	}

}
