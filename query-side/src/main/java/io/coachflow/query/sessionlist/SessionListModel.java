package io.coachflow.query.sessionlist;

import java.time.Clock;

import io.coachflow.query.projection.LiveSlots;
import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.projection.Slot;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The table {@code session_list}, as a read model that can be rebuilt.
 */
@Component(SessionListModel.NAME)
class SessionListModel implements ReadModel {

	static final String NAME = "session-list";

	private static final String TABLE = "session_list";

	private static final int BATCH = 500;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	private final PlatformTransactionManager transactions;

	private final Clock clock;

	private final LiveSlots slots;

	SessionListModel(JdbcClient jdbc, NamedParameterJdbcOperations batches, PlatformTransactionManager transactions,
			Clock clock, LiveSlots slots) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.transactions = transactions;
		this.clock = clock;
		this.slots = slots;
	}

	/** The table that readers read. */
	String liveTable() {
		return this.slots.live(NAME).of(TABLE);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public int batchSize() {
		return BATCH;
	}

	@Override
	public Object projection(Slot slot) {
		return new SessionListProjection(new SessionListWriter(slot, this.batches), this.transactions, this.clock);
	}

	@Override
	public void clear(Slot slot) {
		this.jdbc.sql("TRUNCATE " + slot.of(TABLE)).update();
	}

}
