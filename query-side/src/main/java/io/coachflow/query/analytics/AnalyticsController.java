package io.coachflow.query.analytics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.session.Step;
import io.coachflow.query.analytics.FunnelFigures.Grouping;
import io.coachflow.query.form.Form;
import io.coachflow.query.time.Times;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AnalyticsController implements AnalyticsApi {

	private static final int DEFAULT_DAYS = 30;

	private static final int MAX_DAYS = 366;

	private final FunnelFigures funnel;

	private final Clock clock;

	AnalyticsController(FunnelFigures funnel, Clock clock) {
		this.funnel = funnel;
		this.clock = clock;
	}

	private record Days(LocalDate from, LocalDate to) {
	}

	@Override
	public ResponseEntity<Object> funnel(@Nullable String from, @Nullable String to, String groupBy,
			@Nullable String format, HttpServletRequest request) {
		Form form = Form.of(format, request, Form.CSV);
		Days days = days(from, to);
		Grouping grouping = Arrays.stream(Grouping.values())
			.filter((it) -> it.id().equals(groupBy))
			.findFirst()
			.orElseThrow(() -> new ApiException(ErrorCode.INVALID_REQUEST, "group_by is day, sector or language."));
		return answer(form, this.funnel.funnel(days.from(), days.to(), grouping), (report) -> {
			List<String> head = new ArrayList<>(List.of(grouping.id(), "started"));
			Arrays.stream(Step.values()).forEach((step) -> head.add("reached_" + step.id()));
			head.addAll(List.of("clarified", "completed", "expired", "package_ready", "package_partial", "help_given",
					"proposals_taken", "asked_back", "answers_revised", "given_up", "helped", "helped_completed",
					"clarified_completed"));
			Csv csv = new Csv().row(head);
			report.groups().forEach((it) -> {
				List<Object> row = new ArrayList<>(List.of(it.group(), it.started()));
				row.addAll(it.reached().values());
				row.addAll(List.of(it.clarified(), it.completed(), it.expired(), it.packageReady(), it.packagePartial(),
						it.helpGiven(), it.proposalsTaken(), it.askedBack(), it.answersRevised(), it.givenUp(),
						it.helped(), it.helpedCompleted(), it.clarifiedCompleted()));
				csv.row(row);
			});
			return csv;
		});
	}

	@Override
	public ResponseEntity<Object> steps(@Nullable String from, @Nullable String to, @Nullable String sector,
			@Nullable String language, @Nullable String format, HttpServletRequest request) {
		Form form = Form.of(format, request, Form.CSV);
		Days days = days(from, to);
		return answer(form, this.funnel.steps(days.from(), days.to(), sector, language), (report) -> {
			Csv csv = new Csv().row(List.of("step", "answered", "median_seconds", "p90_seconds"));
			report.steps()
				.forEach((it) -> csv.row(Arrays.asList(it.step(), it.answered(), it.medianSeconds(), it.p90Seconds())));
			return csv;
		});
	}

	@Override
	public ResponseEntity<Object> costs(@Nullable String from, @Nullable String to, @Nullable String format,
			HttpServletRequest request) {
		Form form = Form.of(format, request, Form.CSV);
		Days days = days(from, to);
		return answer(form, this.funnel.costs(days.from(), days.to()), (report) -> {
			Csv csv = new Csv()
				.row(List.of("day", "agent", "model", "results", "tokens_in", "tokens_out", "price_usd"));
			report.costs()
				.forEach((it) -> csv.row(List.of(it.day(), it.agent(), it.model(), it.results(), it.tokensIn(),
						it.tokensOut(), it.price())));
			return csv;
		});
	}

	private static <T> ResponseEntity<Object> answer(Form form, T report, Function<T, Csv> table) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(form.contentType())
			.varyBy(HttpHeaders.ACCEPT);
		return (form == Form.CSV) ? answer.body(table.apply(report).toString()) : answer.body(report);
	}

	private Days days(@Nullable String from, @Nullable String to) {
		LocalDate until = Times.day("to", to);
		LocalDate last = (until != null) ? until : this.clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
		LocalDate since = Times.day("from", from);
		LocalDate first = (since != null) ? since : last.minusDays(DEFAULT_DAYS);
		long days = ChronoUnit.DAYS.between(first, last);
		if (days >= 0 && days < MAX_DAYS) {
			return new Days(first, last);
		}
		throw new ApiException(ErrorCode.INVALID_REQUEST,
				"from and to are days such as 2026-11-22, from no later than to, and at most " + MAX_DAYS
						+ " days together.");
	}

}
