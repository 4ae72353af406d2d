package io.coachflow.query.businesspackage;

import java.util.Collection;
import java.util.Optional;

import io.coachflow.query.projection.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One slot of the table {@code package_view}, which keeps what Redis forgets. A row
 * refuses an older view.
 */
class PackageTable {

	private static final Logger logger = LoggerFactory.getLogger(PackageTable.class);

	private static final String SAVE = """
			INSERT INTO package_view AS known (session_id, sequence, view) VALUES (:id, :sequence, :view::json)
			ON CONFLICT (session_id) DO UPDATE SET sequence = EXCLUDED.sequence, view = EXCLUDED.view
			WHERE known.sequence < EXCLUDED.sequence""";

	private final String table;

	private final String save;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	private final JsonMapper mapper;

	PackageTable(Slot slot, JdbcClient jdbc, NamedParameterJdbcOperations batches, JsonMapper mapper) {
		this.table = slot.of("package_view");
		this.save = SAVE.replace("package_view", this.table);
		this.jdbc = jdbc;
		this.batches = batches;
		this.mapper = mapper;
	}

	/** The view, if the table has one that can be read. */
	Optional<PackageView> find(String sessionId) {
		return this.jdbc.sql("SELECT view::text FROM " + this.table + " WHERE session_id = ?")
			.param(sessionId)
			.query(String.class)
			.optional()
			.flatMap((json) -> read(sessionId, json));
	}

	/** Keeps the views, unless the table has newer ones. */
	void saveAll(Collection<PackageView> views) {
		this.batches.batchUpdate(this.save, views.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
	}

	void clear() {
		this.jdbc.sql("TRUNCATE " + this.table).update();
	}

	private Optional<PackageView> read(String sessionId, String json) {
		try {
			return Optional.of(this.mapper.readValue(json, PackageView.class));
		}
		catch (JacksonException ex) {
			logger.warn("The package of session {} in PostgreSQL is unreadable and will be rebuilt: {}", sessionId,
					ex.getOriginalMessage());
			return Optional.empty();
		}
	}

	private SqlParameterSource parameters(PackageView view) {
		return new MapSqlParameterSource().addValue("id", view.sessionId())
			.addValue("sequence", view.sequence())
			.addValue("view", this.mapper.writeValueAsString(view));
	}

}
