package io.coachflow.benchmarks.upgrade;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.coachflow.benchmarks.servers.Redis;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;

/**
 * Compares both slots of every read model, while a rebuild is not yet confirmed: the one
 * as the old version left it, and the one that was built anew. Services keep both up to
 * date.
 *
 * @param rows how many each has, by table or by prefix of its keys in Redis
 * @param differences in sentences
 */
public record ReadModels(Map<String, Long> rows, List<String> differences) {

	private static final String TABLES = """
			SELECT b.tablename FROM pg_tables a JOIN pg_tables b ON b.tablename || '_b' = a.tablename
			WHERE a.schemaname = 'public' AND b.schemaname = 'public' ORDER BY 1""";

	private static final String CONTENT = """
			SELECT count(*), md5(string_agg(row::text, E'\\n' ORDER BY row::text)) FROM %s AS row""";

	private static final List<String> KEYS = List.of("coachflow:session", "coachflow:package");

	/** Compares; no one must write meanwhile. */
	public static ReadModels compare(Connection connection, Redis redis) throws SQLException {
		ReadModels models = new ReadModels(new LinkedHashMap<>(), new ArrayList<>());
		try (Statement statement = connection.createStatement()) {
			List<String> tables = new ArrayList<>();
			try (ResultSet rows = statement.executeQuery(TABLES)) {
				while (rows.next()) {
					tables.add(rows.getString(1));
				}
			}
			for (String table : tables) {
				models.add(table, content(statement, table), content(statement, table + "_b"));
			}
		}
		try (StatefulRedisConnection<String, String> views = redis.connect()) {
			for (String prefix : KEYS) {
				models.addViews(prefix, views(views.sync(), prefix), views(views.sync(), prefix + "_b"));
			}
		}
		return models;
	}

	private void add(String model, Content one, Content other) {
		this.rows.put(model, one.rows);
		if (!one.equals(other)) {
			this.differences.add("%s has %,d rows in one slot and %,d in the other, or other values".formatted(model,
					one.rows, other.rows));
		}
	}

	private static Content content(Statement statement, String table) throws SQLException {
		try (ResultSet rows = statement.executeQuery(CONTENT.formatted(table))) {
			rows.next();
			return new Content(rows.getLong(1), String.valueOf(rows.getString(2)));
		}
	}

	/**
	 * Those that one slot alone has do not count: views leave Redis when their time is
	 * over.
	 */
	private void addViews(String prefix, Map<String, Map<String, String>> one, Map<String, Map<String, String>> other) {
		one.keySet().retainAll(other.keySet());
		other.keySet().retainAll(one.keySet());
		String model = "Redis, " + prefix;
		this.rows.put(model, (long) one.size());
		one.forEach((key, view) -> {
			if (!view.equals(other.get(key))) {
				this.differences
					.add("%s%s is %s in one slot and %s in the other".formatted(model, key, view, other.get(key)));
			}
		});
	}

	private static Map<String, Map<String, String>> views(RedisCommands<String, String> redis, String prefix) {
		Map<String, Map<String, String>> views = new TreeMap<>();
		ScanArgs which = ScanArgs.Builder.matches(prefix + ":*").limit(1_000);
		KeyScanCursor<String> cursor = redis.scan(which);
		while (true) {
			for (String key : cursor.getKeys()) {
				views.put(key.substring(prefix.length()), new TreeMap<>(redis.hgetall(key)));
			}
			if (cursor.isFinished()) {
				return views;
			}
			cursor = redis.scan(cursor, which);
		}
	}

	private record Content(long rows, String values) {

	}

}
