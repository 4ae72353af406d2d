package peer;

import java.time.Instant;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import peer.Messages.SessionStarted;
import peer.Messages.StepAnswered;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("session-list")
class SessionList {

	private final JdbcTemplate jdbc;

	SessionList(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@EventHandler
	void on(SessionStarted event, @Timestamp Instant time) {
		this.jdbc.update("INSERT INTO session_list VALUES (?, ?, 0, 0, ?)", event.sessionId(), event.userId(),
				java.sql.Timestamp.from(time));
	}

	@EventHandler
	void on(StepAnswered event, @SequenceNumber long sequence, @Timestamp Instant time) {
		this.jdbc.update(
				"UPDATE session_list SET answered = answered + 1, sequence = ?, updated_at = ? WHERE session_id = ?",
				sequence, java.sql.Timestamp.from(time), event.sessionId());
	}

}
