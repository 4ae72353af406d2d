package io.coachflow.benchmarks.eventlog;

import java.util.List;
import java.util.Map;

/**
 * The temporary SQL function {@code fill_log(last_index, sessions)}, for the columns that
 * the log has.
 */
final class FillFunction {

	/** What a new event has where it differs from its template, by column. */
	private static final Map<String, String> VALUES = Map.of("global_index", "index", "aggregate_id", "id", "event_id",
			"gen_random_uuid()::text", "payload", "body", "metadata", "about", "occurred_at", "at", "hash", "previous");

	private FillFunction() {
	}

	static String of(List<String> columns) {
		String values = String.join(", ",
				columns.stream().map((column) -> VALUES.getOrDefault(column, "template." + column)).toList());
		String hash = columns.contains("hash")
				? "previous := event_hash(previous, id, template.sequence_number, template.event_name, template.revision, at, body, about);"
				: "";
		return """
				CREATE FUNCTION pg_temp.fill_log(last_index bigint, sessions integer) RETURNS void LANGUAGE plpgsql AS $$
				#variable_conflict use_variable
				DECLARE
					templates event_log[];
					template event_log;
					payloads text[];
					metadatas text[];
					old_id text;
					old_user text;
					expiry text := to_char((now() + interval '2 hours') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
					index bigint := last_index;
					id text;
					owner text;
					body bytea;
					about bytea;
					at timestamptz;
					previous bytea;
				BEGIN
					SELECT aggregate_id INTO STRICT old_id FROM event_log
					-- The last one, because the first have texts in full that later ones name by digest
					WHERE event_name = 'io.coachflow.session.completed' ORDER BY global_index DESC LIMIT 1;
					SELECT array_agg(e ORDER BY e.sequence_number) INTO templates FROM event_log e WHERE e.aggregate_id = old_id;
					old_user := convert_from(templates[1].payload, 'UTF8')::jsonb ->> 'user_id';
					FOR k IN 1..%1$d LOOP
						payloads[k] := regexp_replace(convert_from(templates[k].payload, 'UTF8'),
							'("expires_at"\\s*:\\s*")[^"]*', '\\1' || expiry);
						metadatas[k] := convert_from(templates[k].metadata, 'UTF8');
					END LOOP;
					FOR s IN 1..sessions LOOP
						id := gen_random_uuid()::text;
						owner := 'owner-' || left(id, 4);
						previous := ''::bytea;
						FOR k IN 1..%1$d LOOP
							template := templates[k];
							index := index + 1;
							body := convert_to(replace(replace(payloads[k], old_id, id), '"' || old_user || '"', '"' || owner || '"'), 'UTF8');
							about := convert_to(replace(metadatas[k], '"' || old_user || '"', '"' || owner || '"'), 'UTF8');
							at := clock_timestamp();
							%2$s
							INSERT INTO event_log (%3$s) OVERRIDING SYSTEM VALUE VALUES (%4$s);
						END LOOP;
					END LOOP;
				END $$"""
			.formatted(BigLog.SESSION, hash, String.join(", ", columns), values);
	}

}
