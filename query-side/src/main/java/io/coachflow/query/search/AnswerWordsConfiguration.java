package io.coachflow.query.search;

import java.time.Duration;

import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.projection.SlotTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AnswerWordsConfiguration {

	private static final String READ_MODEL = "session-search";

	static final SlotTables TABLES = new SlotTables(READ_MODEL, "answer_words");

	private static final int BATCH = 500;

	/** Auditors search for what was said, not for what is being said. */
	private static final Duration GATHERING = Duration.ofSeconds(1);

	@Bean(READ_MODEL)
	ReadModel answerWordsModel(JdbcClient jdbc, NamedParameterJdbcOperations batches, SearchWords words) {
		return new ReadModel(READ_MODEL, BATCH, GATHERING, (slot) -> new AnswerWordsProjection(slot, batches, words),
				(slot) -> TABLES.clear(slot, jdbc));
	}

}
