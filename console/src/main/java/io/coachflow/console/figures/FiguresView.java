package io.coachflow.console.figures;

import java.math.BigDecimal;
import java.util.List;

import io.coachflow.contracts.rest.CostReport;
import io.coachflow.contracts.rest.FunnelReport;
import io.coachflow.contracts.rest.FunnelReport.Group;
import io.coachflow.contracts.rest.StepReport;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * What the page shows of the reports.
 */
record FiguresView(FiguresQuery query, FunnelReport byDay, FunnelReport bySector, FunnelReport byLanguage,
		StepReport steps, CostReport costs) {

	/**
	 * Sessions of the chosen sector; else of the chosen language; else all. The API does
	 * not count by both at once.
	 */
	Funnel chosen() {
		if (given(this.query.sector())) {
			return one(this.bySector, this.query.sector());
		}
		if (given(this.query.language())) {
			return one(this.byLanguage, this.query.language());
		}
		return Funnel.total(this.bySector.groups());
	}

	String chosenGrouping() {
		return (!given(this.query.sector()) && given(this.query.language())) ? "language" : "sector";
	}

	/** Whether the funnel leaves a filter aside, which the page then says. */
	boolean languageLeftOut() {
		return given(this.query.sector()) && given(this.query.language());
	}

	boolean empty() {
		return this.bySector.groups().isEmpty();
	}

	void addTo(Model model, FiguresCharts charts) {
		Funnel funnel = chosen();
		model.addAttribute("query", this.query)
			.addAttribute("from", this.byDay.from())
			.addAttribute("to", this.byDay.to())
			.addAttribute("empty", empty())
			.addAttribute("languageLeftOut", languageLeftOut())
			.addAttribute("sectors", names(this.bySector))
			.addAttribute("languages", names(this.byLanguage))
			.addAttribute("funnel", funnel)
			.addAttribute("funnelChart", charts.funnel(funnel))
			.addAttribute("funnelCsv", this.query.funnelCsv(chosenGrouping()))
			.addAttribute("days", FiguresController.funnels(this.byDay))
			.addAttribute("daysChart", charts.days(this.byDay))
			.addAttribute("daysCsv", this.query.funnelCsv("day"))
			.addAttribute("bySector", FiguresController.funnels(this.bySector))
			.addAttribute("sectorCsv", this.query.funnelCsv("sector"))
			.addAttribute("byLanguage", FiguresController.funnels(this.byLanguage))
			.addAttribute("languageCsv", this.query.funnelCsv("language"))
			.addAttribute("steps", this.steps.steps())
			.addAttribute("stepsChart", charts.medians(this.steps))
			.addAttribute("stepsCsv", this.query.stepsCsv())
			.addAttribute("costs", this.costs.costs())
			.addAttribute("costsChart", charts.money(this.costs))
			.addAttribute("costsTotal",
					this.costs.costs().stream().map(CostReport.Cost::price).reduce(BigDecimal.ZERO, BigDecimal::add))
			.addAttribute("costsCsv", this.query.costsCsv());
	}

	private static Funnel one(FunnelReport report, @Nullable String name) {
		return Funnel.total(report.groups().stream().filter((it) -> it.group().equals(name)).toList());
	}

	private static List<String> names(FunnelReport report) {
		return report.groups().stream().map(Group::group).sorted().toList();
	}

	private static boolean given(@Nullable String text) {
		return text != null && !text.isBlank();
	}

}
