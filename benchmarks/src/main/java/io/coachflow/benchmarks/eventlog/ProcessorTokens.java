package io.coachflow.benchmarks.eventlog;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The positions of the event processors, in the table {@code token_entry}. Positions are
 * indexes of the log in JSON, whichever of Axon's token types holds them.
 */
public final class ProcessorTokens {

	private static final Pattern INDEX = Pattern.compile("(\"(?:globalIndex|index)\"\\s*:\\s*)(-?\\d+)");

	private static final Pattern GAPS = Pattern.compile("(\"gaps\"\\s*:\\s*)\\[[^\\]]*]");

	private final Connection connection;

	/**
	 * Reads and writes over that connection, which its opener closes.
	 */
	public ProcessorTokens(Connection connection) {
		this.connection = connection;
	}

	/**
	 * The index that all segments of a processor have passed; nothing before it began.
	 */
	public OptionalLong position(String processor) throws SQLException {
		try (PreparedStatement statement = this.connection
			.prepareStatement("SELECT token FROM token_entry WHERE processor_name = ?")) {
			statement.setString(1, processor);
			long position = Long.MAX_VALUE;
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					position = Math.min(position, index(rows.getBytes(1)));
				}
			}
			return (position == Long.MAX_VALUE || position < 0) ? OptionalLong.empty() : OptionalLong.of(position);
		}
	}

	/** Lets a processor begin at the first event, when its service starts again. */
	public void forget(String processor) throws SQLException {
		try (PreparedStatement statement = this.connection
			.prepareStatement("DELETE FROM token_entry WHERE processor_name = ?")) {
			statement.setString(1, processor);
			statement.executeUpdate();
		}
	}

	/** Lets every processor believe that it has seen all events up to that index. */
	public void moveAllTo(long index) throws SQLException {
		try (PreparedStatement read = this.connection
			.prepareStatement("SELECT processor_name, segment, token FROM token_entry WHERE token IS NOT NULL");
				PreparedStatement write = this.connection
					.prepareStatement("UPDATE token_entry SET token = ? WHERE processor_name = ? AND segment = ?");
				ResultSet rows = read.executeQuery()) {
			while (rows.next()) {
				write.setBytes(1, moved(rows.getBytes("token"), index));
				write.setString(2, rows.getString("processor_name"));
				write.setInt(3, rows.getInt("segment"));
				write.executeUpdate();
			}
		}
	}

	static byte[] moved(byte[] token, long index) {
		String json = new String(token, StandardCharsets.UTF_8);
		json = GAPS.matcher(INDEX.matcher(json).replaceAll("$1" + index)).replaceAll("$1[]");
		return json.getBytes(StandardCharsets.UTF_8);
	}

	static long index(byte @Nullable [] token) {
		if (token == null) {
			return -1;
		}
		JsonNode json = JsonMapper.shared().readTree(token);
		// While it replays, a token holds two positions: where it is, and how far it was
		JsonNode position = json.has("currentToken") ? json.get("currentToken") : json;
		return position.path("globalIndex").asLong(position.path("index").asLong(-1));
	}

}
