package io.coachflow.eventlog.postgres;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks a log by plain SQL, without any code of the engine.
 *
 * @param rows all of them, in the order of their indexes
 * @param head the index in {@code event_log_head}
 */
record LogAudit(List<Row> rows, long head) {

	record Row(long index, String session, long sequence, String eventId, String name, @Nullable String revision,
			byte[] payload, byte[] metadata, long micros, byte[] hash) {
	}

	static LogAudit of(JdbcClient jdbc) {
		List<Row> rows = jdbc.sql("""
				SELECT global_index, aggregate_id, sequence_number, event_id, event_name, revision, payload, metadata,
				       (extract(epoch FROM occurred_at) * 1000000)::bigint, hash
				FROM event_log ORDER BY global_index""")
			.query((row, _) -> new Row(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4),
					row.getString(5), row.getString(6), row.getBytes(7), row.getBytes(8), row.getLong(9),
					row.getBytes(10)))
			.list();
		return new LogAudit(rows, jdbc.sql("SELECT last_index FROM event_log_head").query(Long.class).single());
	}

	/**
	 * Indexes are 1..n, sequences 0..m and in the order of the indexes, the hashes chain.
	 */
	void verify() {
		Map<String, Row> last = new HashMap<>();
		long index = 0;
		for (Row row : this.rows) {
			index++;
			assertThat(row.index()).as("index").isEqualTo(index);
			Row previous = last.put(row.session(), row);
			assertThat(row.sequence()).as("sequence at index %d", index)
				.isEqualTo((previous != null) ? previous.sequence() + 1 : 0);
			assertThat(row.hash()).as("hash at index %d", index)
				.isEqualTo(hash((previous != null) ? previous.hash() : new byte[0], row));
		}
		assertThat(this.head).as("head").isEqualTo(index);
		assertThat(this.rows.stream().map(Row::eventId)).doesNotHaveDuplicates();
	}

	private static byte[] hash(byte[] previous, Row row) {
		String revision = (row.revision() != null) ? row.revision() : "";
		List<byte[]> parts = List.of(previous, utf8(row.session()), int64(row.sequence()), utf8(row.name()),
				utf8(revision), int64(row.micros()), row.payload(), row.metadata());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream output = new DataOutputStream(bytes)) {
			for (byte[] part : parts) {
				output.writeInt(part.length);
				output.write(part);
			}
			return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] int64(long number) {
		return ByteBuffer.allocate(8).putLong(number).array();
	}

}
