package io.coachflow.query.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.session.CoachingSessionEvent.SessionStarted;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.projection.Slot;
import io.coachflow.query.time.SqlTimes;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Writes one slot of the funnel's tables. Writing an event again changes nothing.
 */
class FunnelWriter {

	private static final String START = """
			INSERT INTO session_funnel (session_id, sequence, day, sector, language, started_at, vision_at, mission_at,
			                            clientele_at, differentiation_at, offre_at, clarifications, expirations, completed_at)
			VALUES (:id, :sequence, :day, :sector, :language, :started, :vision, :mission, :clientele, :differentiation, :offre,
			        :clarifications, :expirations, :completed)
			ON CONFLICT (session_id) DO NOTHING""";

	private static final String GO_ON = """
			UPDATE session_funnel
			SET sequence = :sequence, vision_at = coalesce(:vision::timestamptz, vision_at),
			    mission_at = coalesce(:mission::timestamptz, mission_at),
			    clientele_at = coalesce(:clientele::timestamptz, clientele_at),
			    differentiation_at = coalesce(:differentiation::timestamptz, differentiation_at),
			    offre_at = coalesce(:offre::timestamptz, offre_at), clarifications = clarifications + :clarifications,
			    expirations = expirations + :expirations, completed_at = coalesce(:completed::timestamptz, completed_at)
			WHERE session_id = :id AND sequence < :sequence""";

	private static final String PACKAGE = """
			INSERT INTO package_funnel AS known (session_id, sequence, status, ready_at)
			VALUES (:id, :sequence, :status, :time)
			ON CONFLICT (session_id) DO UPDATE
			SET sequence = EXCLUDED.sequence, status = EXCLUDED.status
			WHERE known.sequence < EXCLUDED.sequence""";

	private static final String COST = """
			INSERT INTO model_cost (package_id, agent, generation, day, model, tokens_in, tokens_out, price_usd)
			VALUES (:id, :agent, :generation, :day, :model, :in, :out, :price)
			ON CONFLICT DO NOTHING""";

	private final String start;

	private final String goOn;

	private final String packaged;

	private final String cost;

	private final NamedParameterJdbcOperations jdbc;

	FunnelWriter(Slot slot, NamedParameterJdbcOperations jdbc) {
		this.start = FunnelConfiguration.TABLES.in(slot, START);
		this.goOn = FunnelConfiguration.TABLES.in(slot, GO_ON);
		this.packaged = FunnelConfiguration.TABLES.in(slot, PACKAGE);
		this.cost = FunnelConfiguration.TABLES.in(slot, COST);
		this.jdbc = jdbc;
	}

	/** Writes the changes, at most one for each session. */
	void write(Collection<FunnelRow> rows) {
		write(this.start, rows.stream().filter((row) -> row.start() != null).toList());
		write(this.goOn, rows.stream().filter((row) -> row.start() == null).toList());
	}

	void write(PackageCompleted event, long sequence, Instant time) {
		this.jdbc.update(this.packaged,
				new MapSqlParameterSource().addValue("id", event.sessionId())
					.addValue("sequence", sequence)
					.addValue("status", event.status().name().toLowerCase(Locale.ROOT))
					.addValue("time", SqlTimes.utc(time)));
	}

	void write(AgentSucceeded event, Instant time) {
		this.jdbc.update(this.cost,
				new MapSqlParameterSource().addValue("id", event.packageId())
					.addValue("agent", event.agent().id())
					.addValue("generation", event.generation())
					.addValue("day", day(time))
					.addValue("model", event.receipt().model())
					.addValue("in", event.receipt().tokensIn())
					.addValue("out", event.receipt().tokensOut())
					.addValue("price", event.receipt().price()));
	}

	private void write(String statement, List<FunnelRow> rows) {
		if (!rows.isEmpty()) {
			this.jdbc.batchUpdate(statement,
					rows.stream().map(FunnelWriter::parameters).toArray(SqlParameterSource[]::new));
		}
	}

	private static SqlParameterSource parameters(FunnelRow row) {
		MapSqlParameterSource parameters = new MapSqlParameterSource().addValue("id", row.sessionId())
			.addValue("sequence", row.sequence())
			.addValue("clarifications", row.clarifications())
			.addValue("expirations", row.expirations())
			.addValue("completed", SqlTimes.utc(row.completedAt()));
		for (Step step : Step.values()) {
			parameters.addValue(step.id(), SqlTimes.utc(row.answeredAt().get(step)));
		}
		SessionStarted start = row.start();
		if (start != null) {
			Instant startedAt = Objects.requireNonNull(row.startedAt());
			parameters.addValue("started", SqlTimes.utc(startedAt))
				.addValue("day", day(startedAt))
				.addValue("sector", start.guidance().sector())
				.addValue("language", start.guidance().language());
		}
		return parameters;
	}

	private static LocalDate day(Instant time) {
		return time.atOffset(ZoneOffset.UTC).toLocalDate();
	}

}
