package io.coachflow.console.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.coachflow.console.chart.BarChart;
import io.coachflow.console.chart.BarChart.Datum;
import io.coachflow.console.chart.LineChart;
import io.coachflow.console.chart.LineChart.Series;
import io.coachflow.console.chart.Numbers;
import io.coachflow.contracts.rest.CostReport;
import io.coachflow.contracts.rest.FunnelReport;
import io.coachflow.contracts.rest.StepReport;
import org.springframework.context.MessageSource;

/**
 * Draws the reports.
 */
final class FiguresCharts {

	private final MessageSource messages;

	private final Locale locale;

	FiguresCharts(MessageSource messages, Locale locale) {
		this.messages = messages;
		this.locale = locale;
	}

	BarChart funnel(Funnel funnel) {
		return BarChart.of(funnel.stages()
			.stream()
			.map((it) -> new Datum(text("figures.stage." + it.getKey(), it.getKey()), it.getValue(),
					Numbers.text(it.getValue(), 0, this.locale)))
			.toList());
	}

	LineChart days(FunnelReport byDay) {
		return LineChart.of(byDay.groups().stream().map(FunnelReport.Group::group).toList(),
				List.of(new Series(text("figures.started", "started"),
						byDay.groups().stream().map(FunnelReport.Group::started).toList()),
						new Series(text("figures.completed", "completed"),
								byDay.groups().stream().map(FunnelReport.Group::completed).toList())),
				this.locale);
	}

	BarChart medians(StepReport steps) {
		return BarChart.of(steps.steps().stream().map((it) -> {
			Double median = it.medianSeconds();
			return new Datum(text("figures.stage." + it.step(), it.step()), (median != null) ? median : 0,
					(median != null) ? Numbers.text(median, 0, this.locale) + " s" : "–");
		}).toList());
	}

	LineChart money(CostReport costs) {
		Map<String, BigDecimal> days = costs.costs()
			.stream()
			.collect(Collectors.toMap((it) -> it.day().toString(), CostReport.Cost::price, BigDecimal::add,
					TreeMap::new));
		return LineChart.of(List.copyOf(days.keySet()),
				List.of(new Series(text("figures.usd", "USD"), List.copyOf(days.values()))), this.locale);
	}

	private String text(String key, String otherwise) {
		String text = this.messages.getMessage(key, null, otherwise, this.locale);
		return (text != null) ? text : otherwise;
	}

}
