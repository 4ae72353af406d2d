package io.coachflow.console.history;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.coachflow.contracts.rest.AccessPage;

/**
 * A read of histories, as the table of reads shows it.
 *
 * @param what how they were read
 * @param asked the conditions of a search; empty without any
 * @param sessions the first sessions whose content was read
 * @param more how many sessions there are besides
 */
record ReadRow(OffsetDateTime at, String reader, Fact what, String asked, List<String> sessions, int more) {

	private static final int SESSIONS = 3;

	static List<ReadRow> of(AccessPage page) {
		return page.reads().stream().map(ReadRow::of).toList();
	}

	private static ReadRow of(AccessPage.Read read) {
		Map<String, Object> conditions = (read.asked() != null) ? read.asked() : Map.of();
		String asked = conditions.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.filter((it) -> !it.getKey().equals("cursor"))
			.map((it) -> it.getKey() + " = " + it.getValue())
			.collect(Collectors.joining(", "));
		return new ReadRow(read.readAt().atOffset(ZoneOffset.UTC), read.reader(),
				Fact.term("history.read", Terms.READ, read.what()), asked,
				read.sessions().stream().limit(SESSIONS).toList(), Math.max(0, read.sessions().size() - SESSIONS));
	}

}
