package io.coachflow.query.analytics;

import io.coachflow.query.projection.LiveSlots;
import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.projection.Slot;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The funnel's tables, as a read model that can be rebuilt.
 */
@Component(FunnelModel.NAME)
class FunnelModel implements ReadModel {

	static final String NAME = "funnel";

	private static final int BATCH = 500;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	private final LiveSlots slots;

	FunnelModel(JdbcClient jdbc, NamedParameterJdbcOperations batches, LiveSlots slots) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.slots = slots;
	}

	/** The statement on the tables that readers read. */
	String live(String statement) {
		return in(this.slots.live(NAME), statement);
	}

	/** The statement on the tables of a slot. */
	static String in(Slot slot, String statement) {
		return statement.replaceAll("\\b(session_funnel|package_funnel|model_cost)\\b", "$1" + slot.of(""));
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
		return new FunnelProjection(new FunnelWriter(slot, this.batches));
	}

	@Override
	public void clear(Slot slot) {
		this.jdbc.sql(in(slot, "TRUNCATE session_funnel, package_funnel, model_cost")).update();
	}

}
