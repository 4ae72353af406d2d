package io.coachflow.query.search;

import io.coachflow.query.projection.Lane;
import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.projection.SlotTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AnswerWordsConfiguration {

	static final String READ_MODEL = "session-search";

	static final SlotTables TABLES = new SlotTables(READ_MODEL, "answer_words");

	@Bean(READ_MODEL)
	ReadModel answerWordsModel(JdbcClient jdbc, JdbcOperations batches, SearchWords words) {
		return new ReadModel(READ_MODEL, Lane.SEARCH, false, (slot) -> new AnswerWordsProjection(slot, batches, words),
				(slot) -> TABLES.clear(slot, jdbc));
	}

}
