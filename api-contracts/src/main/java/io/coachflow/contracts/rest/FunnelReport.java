package io.coachflow.contracts.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How far sessions got that started in a range of days (UTC).
 *
 * @param groupBy {@code day}, {@code sector} or {@code language}
 */
@Schema(example = """
		{"from": "2026-11-01", "to": "2026-11-30", "group_by": "sector", "groups": [{"group": "restaurant", "started": 120, "reached": {"vision": 120, "mission": 101, "clientele": 90, "differentiation": 84, "offre": 80}, "clarified": 12, "completed": 77, "expired": 30, "package_ready": 76, "package_partial": 1, "help_given": 48, "proposals_taken": 17, "asked_back": 15, "answers_revised": 9, "given_up": 26, "helped": 31, "helped_completed": 24, "clarified_completed": 8}]}""")
public record FunnelReport(LocalDate from, LocalDate to, @Schema(allowableValues = {
		"day", "sector", "language" }) @JsonProperty("group_by") String groupBy, List<Group> groups){

	/**
	 * One day, sector or language.
	 *
	 * @param reached how many sessions reached each step; all of them reached the first
	 * @param clarified sessions with at least one clarification question
	 * @param expired sessions that expired at least once
	 * @param packageReady sessions whose package was settled with at least one result
	 * @param packagePartial those of them whose package lacks at least one result
	 * @param helpGiven how often somebody who was stuck got help: questions, proposals or
	 * a reformulation
	 * @param proposalsTaken answers that came from a proposal
	 * @param askedBack how many clarification questions were asked
	 * @param answersRevised how often an answer was corrected
	 * @param givenUp sessions that expired and were never completed
	 * @param helped sessions with help at least once
	 * @param helpedCompleted those of them that were completed
	 * @param clarifiedCompleted sessions with at least one clarification question that
	 * were completed
	 */
	public record Group(String group, long started, Map<String, Long> reached, long clarified, long completed,
			long expired, @JsonProperty("package_ready") long packageReady,
			@JsonProperty("package_partial") long packagePartial, @JsonProperty("help_given") long helpGiven,
			@JsonProperty("proposals_taken") long proposalsTaken, @JsonProperty("asked_back") long askedBack,
			@JsonProperty("answers_revised") long answersRevised, @JsonProperty("given_up") long givenUp, long helped,
			@JsonProperty("helped_completed") long helpedCompleted,
			@JsonProperty("clarified_completed") long clarifiedCompleted) {
	}

}
