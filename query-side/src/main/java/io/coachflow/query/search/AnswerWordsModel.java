package io.coachflow.query.search;

import io.coachflow.query.projection.LiveSlots;
import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.projection.Slot;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code answer_words}, as a read model that can be rebuilt.
 */
@Component(AnswerWordsModel.NAME)
class AnswerWordsModel implements ReadModel {

	static final String NAME = "session-search";

	private static final String TABLE = "answer_words";

	private static final int BATCH = 500;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	private final LiveSlots slots;

	private final SearchWords words;

	AnswerWordsModel(JdbcClient jdbc, NamedParameterJdbcOperations batches, LiveSlots slots, SearchWords words) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.slots = slots;
		this.words = words;
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
		return new AnswerWordsProjection(slot.of(TABLE), this.batches, this.words);
	}

	@Override
	public void clear(Slot slot) {
		this.jdbc.sql("TRUNCATE " + slot.of(TABLE)).update();
	}

}
