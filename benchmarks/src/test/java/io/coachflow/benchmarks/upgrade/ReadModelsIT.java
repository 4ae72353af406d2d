package io.coachflow.benchmarks.upgrade;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import io.coachflow.benchmarks.servers.Postgres;
import io.coachflow.benchmarks.servers.Redis;
import io.lettuce.core.api.StatefulRedisConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReadModelsIT {

	@Test
	void comparesBothSlotsRowByRowAndViewByView(@TempDir Path folder) throws Exception {
		try (Postgres postgres = Postgres.start(folder.resolve("postgres")); Redis redis = Redis.start()) {
			postgres.createDatabase("models");
			try (Connection connection = postgres.connect("models");
					StatefulRedisConnection<String, String> views = redis.connect()) {
				run(connection, """
						CREATE TABLE event_log (id text);
						CREATE TABLE session_list (id text, answered integer);
						CREATE TABLE session_list_b (id text, answered integer);
						INSERT INTO session_list VALUES ('one', 1), ('two', 2);
						INSERT INTO session_list_b VALUES ('two', 2), ('one', 1)""");
				views.sync().hset("coachflow:session:one", Map.of("sequence", "1"));
				views.sync().hset("coachflow:session_b:one", Map.of("sequence", "1"));
				views.sync().hset("coachflow:session_b:gone", Map.of("sequence", "9"));

				ReadModels same = ReadModels.compare(connection, redis);
				assertThat(same.differences()).isEmpty();
				assertThat(same.rows()).isEqualTo(
						Map.of("session_list", 2L, "Redis, coachflow:session", 1L, "Redis, coachflow:package", 0L));

				run(connection, "UPDATE session_list_b SET answered = 3 WHERE id = 'two'");
				views.sync().hset("coachflow:session:one", Map.of("sequence", "2"));
				assertThat(ReadModels.compare(connection, redis).differences()).satisfiesExactly(
						(table) -> assertThat(table).contains("session_list has 2 rows in one slot and 2"),
						(view) -> assertThat(view).contains("coachflow:session:one is {sequence=2}"));
			}
		}
	}

	private static void run(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
