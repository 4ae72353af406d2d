package io.coachflow.query.businesspackage;

import java.util.Collection;
import java.util.Optional;

import io.coachflow.query.projection.Slot;
import io.coachflow.query.projection.SlotTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One slot of the table {@code package_view}, which outlives the views in Redis. An older
 * view never replaces a row.
 */
class PackageTable {

	private static final Logger logger = LoggerFactory.getLogger(PackageTable.class);

	private static final SlotTables TABLES = new SlotTables(PackageConfiguration.READ_MODEL, "package_view");

	private static final String FIND = "SELECT view::text FROM package_view WHERE session_id = ?";

	private static final String SAVE = """
			INSERT INTO package_view AS known (session_id, sequence, view) VALUES (:id, :sequence, :view::json)
			ON CONFLICT (session_id) DO UPDATE SET sequence = EXCLUDED.sequence, view = EXCLUDED.view
			WHERE known.sequence < EXCLUDED.sequence""";

	private final Slot slot;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	private final JsonMapper mapper;

	private final String find;

	private final String save;

	PackageTable(Slot slot, JdbcClient jdbc, NamedParameterJdbcOperations batches, JsonMapper mapper) {
		this.slot = slot;
		this.jdbc = jdbc;
		this.batches = batches;
		this.mapper = mapper;
		this.find = TABLES.in(slot, FIND);
		this.save = TABLES.in(slot, SAVE);
	}

	/** The view, if the table has one that can be read. */
	Optional<PackageView> find(String sessionId) {
		return this.jdbc.sql(this.find)
			.param(sessionId)
			.query(String.class)
			.optional()
			.flatMap((json) -> read(sessionId, json));
	}

	/** The same; also empty if PostgreSQL cannot be reached. */
	Optional<PackageView> findIfReachable(String sessionId) {
		try {
			return find(sessionId);
		}
		catch (DataAccessException ex) {
			logger.warn("The package of session {} cannot be read from PostgreSQL and is folded from the log: {}",
					sessionId, ex.toString());
			return Optional.empty();
		}
	}

	/** Writes the views, unless the table has newer ones. */
	void saveAll(Collection<PackageView> views) {
		this.batches.batchUpdate(this.save, views.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
	}

	void clear() {
		TABLES.clear(this.slot, this.jdbc);
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
