package io.coachflow.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.coachflow.query.time.SqlTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code projection}, which all nodes share, and what this node last read of
 * it. After a switch the former slot is kept up to date until the rebuild is confirmed,
 * so a node that still reads it misses nothing.
 */
@Component
class ProjectionStates implements LiveSlots, InitializingBean {

	private final JdbcClient jdbc;

	private final Map<String, ProjectionState> known = new ConcurrentHashMap<>();

	ProjectionStates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The state of a projection.
	 *
	 * @param requestedAt when the last rebuild was requested; absent if none was
	 * @param begunAt since when its slot is being filled
	 * @param switchedAt since when readers read it
	 */
	record ProjectionState(String name, Slot live, Phase phase, @Nullable String requestedBy,
			@Nullable Instant requestedAt, @Nullable Instant begunAt, @Nullable Instant switchedAt) {

		private static ProjectionState of(ResultSet row) throws SQLException {
			return new ProjectionState(row.getString("name"), Slot.ofStored(row.getString("live")),
					Phase.of(row.getString("state")), row.getString("requested_by"),
					SqlTimes.instantOrNull(row, "requested_at"), SqlTimes.instantOrNull(row, "begun_at"),
					SqlTimes.instantOrNull(row, "switched_at"));
		}

		/** Whether the slot is kept up to date. */
		boolean uses(Slot slot) {
			return slot == this.live || this.phase == Phase.REBUILDING || this.phase == Phase.AWAITING_CONFIRMATION;
		}

	}

	@Override
	public void afterPropertiesSet() {
		refresh();
	}

	@Override
	public Slot live(String readModel) {
		ProjectionState state = this.known.get(readModel);
		return (state != null) ? state.live() : Slot.BLUE;
	}

	/** Adds the projection to the table, if it is missing there. */
	void register(String name) {
		this.jdbc.sql("INSERT INTO projection (name) VALUES (?) ON CONFLICT DO NOTHING").param(name).update();
	}

	void refresh() {
		this.jdbc.sql("SELECT * FROM projection")
			.query((row, _) -> ProjectionState.of(row))
			.list()
			.forEach((state) -> this.known.put(state.name(), state));
	}

	/** What this node last read of the projection. */
	ProjectionState state(String name) {
		ProjectionState state = this.known.get(name);
		return (state != null) ? state : new ProjectionState(name, Slot.BLUE, Phase.LIVE, null, null, null, null);
	}

	/**
	 * Locks the projection's row until the transaction ends.
	 * @return null if another node holds the lock
	 */
	@Nullable ProjectionState lock(String name) {
		return this.jdbc.sql("SELECT * FROM projection WHERE name = ? FOR UPDATE SKIP LOCKED")
			.param(name)
			.query((row, _) -> ProjectionState.of(row))
			.optional()
			.orElse(null);
	}

	/**
	 * Requests a rebuild.
	 * @return false if one is in progress
	 */
	boolean request(String name, String user) {
		return this.jdbc.sql("""
				UPDATE projection SET state = 'preparing', requested_by = ?, requested_at = now(), begun_at = NULL,
				                      switched_at = NULL
				WHERE name = ? AND state IN ('live', 'awaiting_confirmation')""").params(user, name).update() == 1;
	}

	/** Starts filling the idle slot, which is empty. */
	void begin(String name) {
		this.jdbc.sql("UPDATE projection SET state = 'rebuilding', begun_at = now() WHERE name = ?")
			.param(name)
			.update();
	}

	/** Makes the rebuilt slot live, which has caught up. */
	void switchOver(ProjectionState state) {
		this.jdbc
			.sql("UPDATE projection SET state = 'awaiting_confirmation', live = ?, switched_at = now() WHERE name = ?")
			.params(state.live().other().stored(), state.name())
			.update();
	}

	/**
	 * Confirms a rebuild: the former slot is no longer needed.
	 * @return false if no rebuild awaits confirmation
	 */
	boolean confirm(String name) {
		return this.jdbc.sql("UPDATE projection SET state = 'live' WHERE name = ? AND state = 'awaiting_confirmation'")
			.param(name)
			.update() == 1;
	}

	/**
	 * Abandons a rebuild: the slot that was live before it is live again, or stays live.
	 * @return false if there is no rebuild
	 */
	boolean rollBack(String name) {
		return this.jdbc.sql("""
				UPDATE projection
				SET live = CASE WHEN state <> 'awaiting_confirmation' THEN live WHEN live = 'A' THEN 'B' ELSE 'A' END,
				    state = 'live', requested_by = NULL, requested_at = NULL, begun_at = NULL, switched_at = NULL
				WHERE name = ? AND state <> 'live'""").param(name).update() == 1;
	}

}
