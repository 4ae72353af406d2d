package io.coachflow.console.figures;

import io.coachflow.console.api.ApiPath;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst asked for, as it came; the API judges it.
 */
public record FiguresQuery(@Nullable String from, @Nullable String to, @Nullable String sector,
		@Nullable String language) {

	static final String PATH = "/api/v1/analytics/";

	String funnel(String groupBy) {
		return funnelOf(PATH + "funnel", groupBy).toString();
	}

	String steps() {
		return stepsOf(PATH + "steps").toString();
	}

	String costs() {
		return days(PATH + "costs").toString();
	}

	String funnelCsv(String groupBy) {
		return funnelOf("/figures/funnel.csv", groupBy).toString();
	}

	String stepsCsv() {
		return stepsOf("/figures/steps.csv").toString();
	}

	String costsCsv() {
		return days("/figures/costs.csv").toString();
	}

	private ApiPath funnelOf(String path, String groupBy) {
		return days(path).query("group_by", groupBy);
	}

	private ApiPath stepsOf(String path) {
		return days(path).query("sector", this.sector).query("language", this.language);
	}

	private ApiPath days(String path) {
		return ApiPath.of(path).query("from", this.from).query("to", this.to);
	}

}
