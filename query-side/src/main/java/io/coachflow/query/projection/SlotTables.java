package io.coachflow.query.projection;

import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of a read model in each slot.
 */
public final class SlotTables {

	private final String readModel;

	private final String names;

	private final Pattern pattern;

	/**
	 * Names the tables.
	 * @param readModel the {@linkplain ReadModel#name() name}
	 * @param names in the blue slot
	 */
	public SlotTables(String readModel, String... names) {
		this.readModel = readModel;
		this.names = String.join(", ", names);
		this.pattern = Pattern.compile("\\b(" + String.join("|", names) + ")\\b");
	}

	/** Rewrites a statement on the blue slot's tables to those of a slot. */
	public String in(Slot slot, String sql) {
		return this.pattern.matcher(sql).replaceAll(slot.of("$1"));
	}

	/** Rewrites a statement on the blue slot's tables to those of the live slot. */
	public String live(LiveSlots slots, String sql) {
		return in(slots.live(this.readModel), sql);
	}

	/** Empties the tables of a slot. */
	public void clear(Slot slot, JdbcClient jdbc) {
		jdbc.sql(in(slot, "TRUNCATE " + this.names)).update();
	}

}
