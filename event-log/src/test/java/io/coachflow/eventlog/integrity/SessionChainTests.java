package io.coachflow.eventlog.integrity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every change of a history that the chain shows, and the one that it does not show.
 */
class SessionChainTests {

	private static final int LENGTH = 6;

	@Test
	void anUntouchedHistoryHasNoFlaw() {
		SessionChain chain = follow(history("s"));

		assertThat(chain.firstFlaw()).isEmpty();
		assertThat(chain.events()).isEqualTo(LENGTH);
		assertThat(chain.lastSequence()).isEqualTo(LENGTH - 1);
		assertThat(chain.lastHash()).isEqualTo(history("s").getLast().hash());
		assertThat(chain.endsAt(LENGTH - 1)).isEmpty();
	}

	static Stream<Arguments> changes() {
		return Stream.of(arguments("payload", change((it) -> copy(it, it.name(), flipped(it.payload()), it.hash()))),
				arguments("metadata",
						change((it) -> new StoredEvent(it.position(), it.sessionId(), it.sequence(), it.eventId(),
								it.aggregateType(), it.name(), it.revision(), it.time(), it.payload(),
								flipped(it.metadata()), it.hash()))),
				arguments("name", change((it) -> copy(it, it.name() + "x", it.payload(), it.hash()))),
				arguments("revision", change((it) -> revised(it, "2", it.time()))),
				arguments("no revision", change((it) -> revised(it, null, it.time()))),
				arguments("time", change((it) -> revised(it, "1", it.time().plusNanos(1000)))),
				arguments("time out of range", change((it) -> revised(it, "1", Instant.MAX))),
				arguments("session", change((it) -> moved(it, it.position(), "other", it.sequence()))),
				arguments("hash", change((it) -> copy(it, it.name(), it.payload(), flipped(it.hash())))),
				arguments("short hash",
						change((it) -> copy(it, it.name(), it.payload(), Arrays.copyOf(it.hash(), 31)))),
				arguments("no hash", change((it) -> copy(it, it.name(), it.payload(), EventHash.NONE))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("changes")
	void aChangedEventIsNamed(String what, UnaryOperator<StoredEvent> change) {
		for (int at = 0; at < LENGTH; at++) {
			List<StoredEvent> history = history("s");
			history.set(at, change.apply(history.get(at)));

			assertFirstFlaw(history, IntegrityViolation.Kind.CHANGED, at);
		}
	}

	@Test
	void everyByteCounts() {
		byte[] payload = history("s").get(2).payload();
		for (int i = 0; i < payload.length; i++) {
			for (int bit = 0; bit < 8; bit++) {
				List<StoredEvent> history = history("s");
				byte[] changed = payload.clone();
				changed[i] ^= (byte) (1 << bit);
				history.set(2, copy(history.get(2), history.get(2).name(), changed, history.get(2).hash()));

				assertFirstFlaw(history, IntegrityViolation.Kind.CHANGED, 2);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3, LENGTH - 2 })
	void aRemovedEventIsNamed(int at) {
		List<StoredEvent> history = history("s");
		history.remove(at);

		assertFirstFlaw(history, IntegrityViolation.Kind.MISSING, at);
		assertThat(follow(history).firstFlaw().orElseThrow().problem())
			.isEqualTo("Sequence " + at + " is missing before sequence " + (at + 1) + ".");
	}

	@Test
	void severalRemovedEventsAreOneFlaw() {
		List<StoredEvent> history = history("s");
		history.subList(1, 4).clear();

		SessionChain chain = new SessionChain();
		assertThat(history).flatExtracting(chain::follow)
			.containsExactly(new IntegrityViolation(IntegrityViolation.Kind.MISSING, 1,
					"Sequences 1 to 3 are missing before sequence 4."));
	}

	@Test
	void aRemovedEndIsSeenWithAWitnessOnly() {
		List<StoredEvent> history = history("s");
		history.removeLast();

		SessionChain chain = follow(history);
		assertThat(chain.firstFlaw()).isEmpty();
		assertThat(chain.endsAt(LENGTH - 1)).get().extracting(IntegrityViolation::sequence).isEqualTo(LENGTH - 1L);
		assertThat(chain.firstFlaw()).isPresent();
		assertThat(new SessionChain().endsAt(LENGTH - 1)).get()
			.isEqualTo(new IntegrityViolation(IntegrityViolation.Kind.MISSING, 0, "Sequences 0 to 5 are missing."));
	}

	@Test
	void eventsWithSwappedSequencesAreNamed() {
		forEachPair((first, second) -> {
			List<StoredEvent> history = history("s");
			StoredEvent one = history.get(first);
			StoredEvent other = history.get(second);
			history.set(first, moved(other, other.position(), "s", first));
			history.set(second, moved(one, one.position(), "s", second));

			assertFirstFlaw(history, IntegrityViolation.Kind.CHANGED, first);
		});
	}

	@Test
	void eventsWithSwappedSequencesAreNamedInTheOrderOfTheLogToo() {
		forEachPair((first, second) -> {
			List<StoredEvent> history = history("s");
			history.set(first, moved(history.get(first), first + 10L, "s", second));
			history.set(second, moved(history.get(second), second + 10L, "s", first));

			assertThat(follow(history).firstFlaw()).get()
				.extracting(IntegrityViolation::sequence)
				.isEqualTo((long) first);
		});
	}

	@Test
	void eventsWithSwappedContentAreNamed() {
		forEachPair((first, second) -> {
			List<StoredEvent> history = history("s");
			StoredEvent one = history.get(first);
			StoredEvent other = history.get(second);
			history.set(first, copy(one, other.name(), other.payload(), one.hash()));
			history.set(second, copy(other, one.name(), one.payload(), other.hash()));

			assertFirstFlaw(history, IntegrityViolation.Kind.CHANGED, first);
		});
	}

	@Test
	void eventsWithSwappedPositionsAreNamed() {
		forEachPair((first, second) -> {
			List<StoredEvent> history = history("s");
			history.set(first, moved(history.get(first), second + 10L, "s", first));
			history.set(second, moved(history.get(second), first + 10L, "s", second));

			assertFirstFlaw(history, IntegrityViolation.Kind.MOVED, first);
		});
	}

	@Test
	void linesInAnotherOrderAreNamed() {
		forEachPair((first, second) -> {
			List<StoredEvent> history = history("s");
			Collections.swap(history, first, second);

			assertThat(follow(history).firstFlaw()).get()
				.extracting(IntegrityViolation::sequence)
				.isEqualTo((long) first);
		});
	}

	@Test
	void eventsSwappedBetweenSessionsAreNamedInBoth() {
		List<StoredEvent> one = history("one");
		List<StoredEvent> other = history("other");
		StoredEvent kept = one.get(2);
		one.set(2, moved(other.get(2), kept.position(), "one", 2));
		other.set(2, moved(kept, kept.position(), "other", 2));

		assertFirstFlaw(one, IntegrityViolation.Kind.CHANGED, 2);
		assertFirstFlaw(other, IntegrityViolation.Kind.CHANGED, 2);
	}

	@Test
	void anEventTwiceIsNamed() {
		List<StoredEvent> history = history("s");
		history.add(3, history.get(2));

		assertFirstFlaw(history, IntegrityViolation.Kind.MOVED, 2);
	}

	@Test
	void whereNoPositionIsKnownNoneIsMissed() {
		List<StoredEvent> history = history("s");
		history.replaceAll((it) -> moved(it, null, "s", it.sequence()));

		assertThat(follow(history).firstFlaw()).isEmpty();
	}

	private static void assertFirstFlaw(List<StoredEvent> history, IntegrityViolation.Kind kind, long sequence) {
		assertThat(follow(history).firstFlaw()).get().satisfies((flaw) -> {
			assertThat(flaw.kind()).isEqualTo(kind);
			assertThat(flaw.sequence()).isEqualTo(sequence);
			assertThat(flaw.problem()).contains("equence " + sequence);
		});
	}

	private static SessionChain follow(List<StoredEvent> history) {
		SessionChain chain = new SessionChain();
		history.forEach(chain::follow);
		return chain;
	}

	private static List<StoredEvent> history(String session) {
		List<StoredEvent> history = new ArrayList<>();
		byte[] hash = EventHash.NONE;
		for (int i = 0; i < LENGTH; i++) {
			byte[] payload = ("{\"answer\":\"" + session + i + "\"}").getBytes(StandardCharsets.UTF_8);
			StoredEvent event = Histories.event(i + 10L, session, i, hash, payload);
			hash = event.hash();
			history.add(event);
		}
		return history;
	}

	private static void forEachPair(BiConsumer<Integer, Integer> test) {
		for (int first = 0; first < LENGTH; first++) {
			for (int second = first + 1; second < LENGTH; second++) {
				test.accept(first, second);
			}
		}
	}

	private static UnaryOperator<StoredEvent> change(UnaryOperator<StoredEvent> change) {
		return change;
	}

	private static StoredEvent copy(StoredEvent it, String name, byte[] payload, byte[] hash) {
		return new StoredEvent(it.position(), it.sessionId(), it.sequence(), it.eventId(), it.aggregateType(), name,
				it.revision(), it.time(), payload, it.metadata(), hash);
	}

	private static StoredEvent revised(StoredEvent it, @Nullable String revision, Instant time) {
		return new StoredEvent(it.position(), it.sessionId(), it.sequence(), it.eventId(), it.aggregateType(),
				it.name(), revision, time, it.payload(), it.metadata(), it.hash());
	}

	private static StoredEvent moved(StoredEvent it, @Nullable Long position, String session, long sequence) {
		return new StoredEvent(position, session, sequence, it.eventId(), it.aggregateType(), it.name(), it.revision(),
				it.time(), it.payload(), it.metadata(), it.hash());
	}

	private static byte[] flipped(byte[] bytes) {
		byte[] flipped = bytes.clone();
		flipped[bytes.length / 2] ^= 1;
		return flipped;
	}

}
