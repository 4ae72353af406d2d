package io.coachflow.query.projection;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Stream;

import io.coachflow.query.TestStores;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * What is known of slots that a crash empties, in the tables of a test.
 */
public final class UnloggedSlotsFixture {

	private UnloggedSlotsFixture() {
	}

	public static UnloggedSlots in(TestStores stores) {
		return new UnloggedSlots(stores.jdbc(),
				new ProjectionTokens(stores.jdbc(), Jackson3Serializer.builder().build(), Clock.systemUTC()));
	}

	/** Leaves what a crash of PostgreSQL leaves of such slots. */
	public static void crash(TestStores stores, String... tables) {
		stores.clear(Stream.concat(Stream.of("unlogged_slot"), Stream.of(tables)).toArray(String[]::new));
	}

	/** Records that the slot is empty, but once knew that many events. */
	public static void cleared(TestStores stores, String processor, long head) {
		in(stores).cleared(processor, head);
	}

	/** Moves the slot to a position, as its projector does. */
	public static void reach(TestStores stores, String processor, long position) {
		stores.jdbc()
			.sql("""
					INSERT INTO token_entry (processor_name, segment, token, token_type) VALUES (?, 0, ?, ?)
					ON CONFLICT (processor_name, segment) DO UPDATE SET token = excluded.token""")
			.params(processor, ("{\"globalIndex\":" + position + "}").getBytes(StandardCharsets.UTF_8),
					GlobalSequenceTrackingToken.class.getName())
			.update();
	}

}
