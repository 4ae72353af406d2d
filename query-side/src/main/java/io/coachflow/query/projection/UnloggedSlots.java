package io.coachflow.query.projection;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The slots whose tables PostgreSQL leaves out of its own log. A crash empties them, and
 * with them the table {@code unlogged_slot}: each slot that has a row there is as it was
 * written.
 */
@Component
public class UnloggedSlots {

	private final JdbcClient jdbc;

	private final ProjectionTokens tokens;

	UnloggedSlots(JdbcClient jdbc, ProjectionTokens tokens) {
		this.jdbc = jdbc;
		this.tokens = tokens;
	}

	/**
	 * Whether the slot has all that it had before the last crash. It holds for the
	 * transaction that asks, if that sees a single snapshot.
	 * @param processor the slot's
	 */
	public boolean isWhole(String processor) {
		Optional<Long> wholeFrom = this.jdbc.sql("SELECT whole_from FROM unlogged_slot WHERE processor = ?")
			.param(processor)
			.query(Long.class)
			.optional();
		return wholeFrom.isPresent() && this.tokens.of(processor).position() >= wholeFrom.get();
	}

	/** The processors of these models' slots that a crash has emptied. */
	Set<String> emptied(Collection<ReadModel> models) {
		Set<String> emptied = new HashSet<>();
		for (ReadModel model : models) {
			if (!model.logged()) {
				for (Slot slot : Slot.values()) {
					emptied.add(slot.of(model.name()));
				}
			}
		}
		if (!emptied.isEmpty()) {
			emptied
				.removeAll(Set.copyOf(this.jdbc.sql("SELECT processor FROM unlogged_slot").query(String.class).list()));
		}
		return emptied;
	}

	/**
	 * Records that the slot was emptied on purpose.
	 * @param head the end of the log: from there on, it is whole again
	 */
	void cleared(String processor, long head) {
		this.jdbc.sql("""
				INSERT INTO unlogged_slot (processor, whole_from) VALUES (?, ?)
				ON CONFLICT (processor) DO UPDATE SET whole_from = excluded.whole_from""")
			.params(processor, head)
			.update();
	}

}
