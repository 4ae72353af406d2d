package io.coachflow.query.sessionlist;

import io.coachflow.query.projection.Lane;
import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.projection.SlotTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SessionListConfiguration {

	static final String READ_MODEL = "session-list";

	static final SlotTables TABLES = new SlotTables(READ_MODEL, "session_list");

	@Bean(READ_MODEL)
	ReadModel sessionListModel(JdbcClient jdbc, JdbcOperations batches) {
		return new ReadModel(READ_MODEL, Lane.TABLES,
				(slot) -> new SessionListProjection(new SessionListWriter(slot, batches)),
				(slot) -> TABLES.clear(slot, jdbc));
	}

}
