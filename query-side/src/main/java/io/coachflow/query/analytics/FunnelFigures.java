package io.coachflow.query.analytics;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.coachflow.contracts.rest.CostReport;
import io.coachflow.contracts.rest.FunnelReport;
import io.coachflow.contracts.rest.StepReport;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.projection.LiveSlots;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Aggregates the live slot of the funnel's tables.
 */
@Component
class FunnelFigures {

	private final JdbcClient jdbc;

	private final LiveSlots slots;

	FunnelFigures(JdbcClient jdbc, LiveSlots slots) {
		this.jdbc = jdbc;
		this.slots = slots;
	}

	/** What sessions are grouped by. The id is also the name of a column. */
	enum Grouping {

		DAY, SECTOR, LANGUAGE;

		String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	FunnelReport funnel(LocalDate from, LocalDate to, Grouping grouping) {
		List<FunnelReport.Group> groups = this.jdbc.sql(live("""
				SELECT %s::text AS key, count(*) AS started, count(vision_at) AS vision, count(mission_at) AS mission,
				       count(clientele_at) AS clientele, count(differentiation_at) AS differentiation,
				       count(*) FILTER (WHERE clarifications > 0) AS clarified, count(completed_at) AS completed,
				       count(*) FILTER (WHERE expirations > 0) AS expired, sum(help_given) AS help_given,
				       sum(proposals_taken) AS proposals_taken, sum(clarifications) AS asked_back,
				       sum(answers_revised) AS answers_revised,
				       count(*) FILTER (WHERE expirations > 0 AND completed_at IS NULL) AS given_up,
				       count(*) FILTER (WHERE help_given > 0) AS helped,
				       count(completed_at) FILTER (WHERE help_given > 0) AS helped_completed,
				       count(completed_at) FILTER (WHERE clarifications > 0) AS clarified_completed,
				       count(*) FILTER (WHERE p.status IN ('complete', 'partial')) AS ready,
				       count(*) FILTER (WHERE p.status = 'partial') AS partial
				FROM session_funnel LEFT JOIN package_funnel p USING (session_id)
				WHERE day BETWEEN ? AND ? GROUP BY 1 ORDER BY 1""".formatted(grouping.id())))
			.params(from, to)
			.query((row, _) -> {
				Map<String, Long> reached = new LinkedHashMap<>();
				reached.put(Step.VISION.id(), row.getLong("started"));
				for (Step step : List.of(Step.VISION, Step.MISSION, Step.CLIENTELE, Step.DIFFERENTIATION)) {
					reached.put(step.next().orElseThrow().id(), row.getLong(step.id()));
				}
				return new FunnelReport.Group(row.getString("key"), row.getLong("started"), reached,
						row.getLong("clarified"), row.getLong("completed"), row.getLong("expired"),
						row.getLong("ready"), row.getLong("partial"), row.getLong("help_given"),
						row.getLong("proposals_taken"), row.getLong("asked_back"), row.getLong("answers_revised"),
						row.getLong("given_up"), row.getLong("helped"), row.getLong("helped_completed"),
						row.getLong("clarified_completed"));
			})
			.list();
		return new FunnelReport(from, to, grouping.id(), groups);
	}

	StepReport steps(LocalDate from, LocalDate to, @Nullable String sector, @Nullable String language) {
		List<StepReport.Timing> steps = this.jdbc.sql(live("""
				WITH shown AS (
				    SELECT s.place, s.step, extract(epoch FROM s.answered - s.shown) AS seconds
				    FROM session_funnel f, LATERAL (VALUES
				         (1, 'vision', f.started_at, f.vision_at), (2, 'mission', f.vision_at, f.mission_at),
				         (3, 'clientele', f.mission_at, f.clientele_at),
				         (4, 'differentiation', f.clientele_at, f.differentiation_at),
				         (5, 'offre', f.differentiation_at, f.offre_at)) AS s (place, step, shown, answered)
				    WHERE f.day BETWEEN :from AND :to AND (:sector::text IS NULL OR f.sector = :sector)
				      AND (:language::text IS NULL OR f.language = :language)
				)
				SELECT v.step, count(seconds) AS answered,
				       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds))::numeric, 3)::float8 AS median,
				       round((percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds))::numeric, 3)::float8 AS p90
				FROM (VALUES (1, 'vision'), (2, 'mission'), (3, 'clientele'), (4, 'differentiation'), (5, 'offre'))
				     AS v (place, step) LEFT JOIN shown USING (place)
				GROUP BY v.place, v.step ORDER BY v.place"""))
			.param("from", from)
			.param("to", to)
			.param("sector", sector)
			.param("language", language)
			.query((row, _) -> new StepReport.Timing(row.getString("step"), row.getLong("answered"),
					row.getObject("median", Double.class), row.getObject("p90", Double.class)))
			.list();
		return new StepReport(from, to, steps);
	}

	CostReport costs(LocalDate from, LocalDate to) {
		List<CostReport.Cost> costs = this.jdbc.sql(
				live("""
						SELECT day, agent, model, count(*) AS results, sum(tokens_in) AS tokens_in, sum(tokens_out) AS tokens_out,
						       sum(price_usd) AS price
						FROM model_cost WHERE day BETWEEN ? AND ? GROUP BY day, agent, model ORDER BY day, agent, model"""))
			.params(from, to)
			.query((row, _) -> new CostReport.Cost(row.getObject("day", LocalDate.class), row.getString("agent"),
					row.getString("model"), row.getLong("results"), row.getLong("tokens_in"), row.getLong("tokens_out"),
					row.getBigDecimal("price")))
			.list();
		return new CostReport(from, to, costs);
	}

	private String live(String sql) {
		return FunnelConfiguration.TABLES.live(this.slots, sql);
	}

}
