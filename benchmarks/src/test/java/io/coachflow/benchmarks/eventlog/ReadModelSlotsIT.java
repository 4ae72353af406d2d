package io.coachflow.benchmarks.eventlog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

import io.coachflow.benchmarks.servers.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReadModelSlotsIT {

	@Test
	void namesWhatIsLiveAndWhatIsIdle(@TempDir Path folder) throws Exception {
		try (Postgres postgres = Postgres.start(folder.resolve("postgres"))) {
			postgres.createDatabase("models");
			try (Connection connection = postgres.connect("models");
					Statement statement = connection.createStatement()) {
				statement.execute("CREATE TABLE projection (name text, live text)");
				statement.execute("INSERT INTO projection VALUES ('session-list', 'A'), ('session-view', 'B')");
				ReadModelSlots slots = new ReadModelSlots(connection);

				assertThat(slots.live("session-list", "session_list")).isEqualTo("session_list");
				assertThat(slots.idle("session-list", "session_list")).isEqualTo("session_list_b");
				assertThat(slots.live("session-view", "session-view")).isEqualTo("session-view_b");
				assertThat(slots.idle("session-view", "session-view")).isEqualTo("session-view");
			}
		}
	}

}
