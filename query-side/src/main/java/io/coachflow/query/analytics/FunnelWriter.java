package io.coachflow.query.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.projection.RowsStatement;
import io.coachflow.query.projection.RowsStatement.Column;
import io.coachflow.query.projection.Slot;
import io.coachflow.query.time.SqlTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Writes one slot of the funnel's tables. Writing an event again changes nothing.
 */
class FunnelWriter {

	private static final String START = """
			INSERT INTO session_funnel (session_id, sequence, clarifications, expirations, help_given, proposals_taken,
			                            answers_revised, completed_at, vision_at, mission_at, clientele_at, differentiation_at, offre_at,
			                            started_at, day, sector, language)
			SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (session_id) DO NOTHING""";

	private static final String GO_ON = """
			UPDATE session_funnel AS known
			SET sequence = it.sequence, clarifications = known.clarifications + it.clarifications,
			    expirations = known.expirations + it.expirations, help_given = known.help_given + it.help_given,
			    proposals_taken = known.proposals_taken + it.proposals_taken,
			    answers_revised = known.answers_revised + it.answers_revised, completed_at = coalesce(it.completed_at, known.completed_at),
			    vision_at = coalesce(it.vision_at, known.vision_at), mission_at = coalesce(it.mission_at, known.mission_at),
			    clientele_at = coalesce(it.clientele_at, known.clientele_at),
			    differentiation_at = coalesce(it.differentiation_at, known.differentiation_at),
			    offre_at = coalesce(it.offre_at, known.offre_at)
			FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			     AS it (session_id, sequence, clarifications, expirations, help_given, proposals_taken, answers_revised,
			            completed_at, vision_at, mission_at, clientele_at, differentiation_at, offre_at)
			WHERE known.session_id = it.session_id AND known.sequence < it.sequence""";

	private static final String KNOWN = "SELECT session_id, sequence FROM session_funnel WHERE session_id = ANY (:sessions)";

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

	private static final List<Column<FunnelRow>> CHANGED = Stream.concat(Stream.of(
			new Column<FunnelRow>("text", FunnelRow::sessionId), new Column<FunnelRow>("int8", FunnelRow::sequence),
			new Column<FunnelRow>("int4", FunnelRow::clarifications),
			new Column<FunnelRow>("int4", FunnelRow::expirations), new Column<FunnelRow>("int4", FunnelRow::helpGiven),
			new Column<FunnelRow>("int4", FunnelRow::proposalsTaken),
			new Column<FunnelRow>("int4", FunnelRow::answersRevised), time(FunnelRow::completedAt)),
			Arrays.stream(Step.values()).map((step) -> time((row) -> row.answeredAt().get(step))))
		.toList();

	private static final List<Column<FunnelRow>> BEGUN = List.of(time(FunnelRow::startedAt),
			new Column<>("date", (row) -> day(Objects.requireNonNull(row.startedAt()))),
			new Column<>("text", (row) -> Objects.requireNonNull(row.start()).guidance().sector()),
			new Column<>("text", (row) -> Objects.requireNonNull(row.start()).guidance().language()));

	private final RowsStatement<FunnelRow> start;

	private final RowsStatement<FunnelRow> goOn;

	private final String known;

	private final String packaged;

	private final String cost;

	private final NamedParameterJdbcOperations jdbc;

	FunnelWriter(Slot slot, NamedParameterJdbcOperations jdbc) {
		JdbcOperations plain = jdbc.getJdbcOperations();
		this.start = new RowsStatement<>(plain, FunnelConfiguration.TABLES.in(slot, START),
				Stream.concat(CHANGED.stream(), BEGUN.stream()).toList());
		this.goOn = new RowsStatement<>(plain, FunnelConfiguration.TABLES.in(slot, GO_ON), CHANGED);
		this.known = FunnelConfiguration.TABLES.in(slot, KNOWN);
		this.packaged = FunnelConfiguration.TABLES.in(slot, PACKAGE);
		this.cost = FunnelConfiguration.TABLES.in(slot, COST);
		this.jdbc = jdbc;
	}

	/**
	 * Writes the changes that a row does not have yet: it counts, and counting an event
	 * again would change the sum.
	 * @param histories the changes of each session, in their order
	 */
	void write(Collection<List<FunnelRow>> histories) {
		Map<String, Long> known = sequences(histories.stream().map((rows) -> rows.getFirst().sessionId()).toList());
		List<FunnelRow> rows = histories.stream()
			.flatMap((history) -> history.stream()
				.filter((row) -> row.sequence() > known.getOrDefault(row.sessionId(), -1L))
				.reduce(FunnelRow::then)
				.stream())
			.toList();
		this.start.write(rows.stream().filter((row) -> row.start() != null).toList());
		this.goOn.write(rows.stream().filter((row) -> row.start() == null).toList());
	}

	private Map<String, Long> sequences(List<String> sessions) {
		Map<String, Long> sequences = new HashMap<>();
		this.jdbc.query(this.known, Map.of("sessions", sessions.toArray(String[]::new)), (row) -> {
			sequences.put(row.getString("session_id"), row.getLong("sequence"));
		});
		return sequences;
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

	private static Column<FunnelRow> time(Function<FunnelRow, @Nullable Instant> value) {
		return new Column<>("timestamptz", (row) -> SqlTimes.utc(value.apply(row)));
	}

	private static LocalDate day(Instant time) {
		return time.atOffset(ZoneOffset.UTC).toLocalDate();
	}

}
