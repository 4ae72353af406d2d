package io.coachflow.console.figures;

import java.util.List;
import java.util.Locale;

import io.coachflow.console.api.ApiPath;
import io.coachflow.console.api.CoachflowApi;
import io.coachflow.contracts.rest.CostReport;
import io.coachflow.contracts.rest.FunnelReport;
import io.coachflow.contracts.rest.StepReport;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class FiguresController {

	private static final MediaType CSV = MediaType.parseMediaType("text/csv");

	private final CoachflowApi api;

	private final MessageSource messages;

	FiguresController(CoachflowApi api, MessageSource messages) {
		this.api = api;
		this.messages = messages;
	}

	@GetMapping("/figures")
	String figures(@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to,
			@RequestParam(required = false) @Nullable String sector,
			@RequestParam(required = false) @Nullable String language, Locale locale, Model model) {
		FiguresQuery query = new FiguresQuery(from, to, sector, language);
		FunnelReport byDay = this.api.get(FunnelReport.class, query.funnel("day"));
		FunnelReport bySector = this.api.get(FunnelReport.class, query.funnel("sector"));
		FunnelReport byLanguage = this.api.get(FunnelReport.class, query.funnel("language"));
		StepReport steps = this.api.get(StepReport.class, query.steps());
		CostReport costs = this.api.get(CostReport.class, query.costs());
		new FiguresView(query, byDay, bySector, byLanguage, steps, costs).addTo(model,
				new FiguresCharts(this.messages, locale));
		return "console/figures/figures";
	}

	@GetMapping("/figures/{name:funnel|steps|costs}.csv")
	void csv(@PathVariable String name, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to,
			@RequestParam(required = false) @Nullable String sector,
			@RequestParam(required = false) @Nullable String language,
			@RequestParam(name = "group_by", required = false) @Nullable String groupBy, HttpServletResponse response) {
		ApiPath path = ApiPath.of(FiguresQuery.PATH + name).query("from", from).query("to", to);
		switch (name) {
			case "funnel" -> path.query("group_by", groupBy);
			case "steps" -> path.query("sector", sector).query("language", language);
			default -> {
				// Costs are of all sessions together
			}
		}
		response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
		this.api.call(HttpMethod.GET, path.query("format", "csv").toString()).accept(CSV).copyTo(response);
	}

	static List<Funnel> funnels(FunnelReport report) {
		return report.groups().stream().map(Funnel::of).toList();
	}

}
