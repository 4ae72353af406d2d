package io.coachflow.query.analytics;

import io.coachflow.query.projection.Lane;
import io.coachflow.query.projection.ReadModel;
import io.coachflow.query.projection.SlotTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class FunnelConfiguration {

	private static final String READ_MODEL = "funnel";

	static final SlotTables TABLES = new SlotTables(READ_MODEL, "session_funnel", "package_funnel", "model_cost");

	@Bean(READ_MODEL)
	ReadModel funnelModel(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
		return new ReadModel(READ_MODEL, Lane.TABLES, (slot) -> new FunnelProjection(new FunnelWriter(slot, batches)),
				(slot) -> TABLES.clear(slot, jdbc));
	}

}
