package io.coachflow.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.coachflow.eventlog.processor.ProcessorTokens;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The progress of event processors on all nodes.
 */
@Component
class ProjectionTokens {

	private final JdbcClient jdbc;

	private final Serializer serializer;

	private final Clock clock;

	ProjectionTokens(JdbcClient jdbc, Serializer serializer, Clock clock) {
		this.jdbc = jdbc;
		this.serializer = serializer;
		this.clock = clock;
	}

	/**
	 * The tokens of one processor.
	 *
	 * @param segments how many there are
	 * @param claimed how many of them a node has claimed
	 * @param position that of the segment furthest behind; 0 before the first event
	 */
	record Progress(int segments, int claimed, long position) {
	}

	private record SegmentToken(long position, boolean claimed) {
	}

	/** The progress of the processor; no segments if it never ran. */
	Progress of(String processor) {
		List<SegmentToken> tokens = this.jdbc
			.sql("SELECT token, token_type, owner, claimed_at FROM token_entry WHERE processor_name = ?")
			.param(processor)
			.query((row, _) -> token(row))
			.list();
		return new Progress(tokens.size(), (int) tokens.stream().filter(SegmentToken::claimed).count(),
				tokens.stream().mapToLong(SegmentToken::position).min().orElse(0));
	}

	/** Deletes the tokens of the processor. */
	void delete(String processor) {
		this.jdbc.sql("DELETE FROM token_entry WHERE processor_name = ?").param(processor).update();
	}

	private SegmentToken token(ResultSet row) throws SQLException {
		byte[] token = row.getBytes("token");
		String claimedAt = row.getString("claimed_at");
		boolean claimed = row.getString("owner") != null && claimedAt != null
				&& Instant.parse(claimedAt).plus(ProcessorTokens.CLAIM_TIMEOUT).isAfter(this.clock.instant());
		return new SegmentToken((token != null) ? position(token, row.getString("token_type")) : 0, claimed);
	}

	private long position(byte[] token, @Nullable String type) {
		TrackingToken read = this.serializer
			.deserialize(new SimpleSerializedObject<>(token, byte[].class, String.valueOf(type), null));
		return (read != null) ? read.position().orElse(0) : 0;
	}

}
