package io.coachflow.benchmarks.report;

import java.util.Map;
import java.util.Set;

/**
 * What a newer version made of an old one's log. What is wrong stands among the
 * violations.
 *
 * @param baseline the jar that wrote the log
 * @param sessions how many it wrote
 * @param events how many those were
 * @param read how many bodies of sessions were compared
 * @param histories of as many their histories
 * @param packages of as many their packages
 * @param newFields what only the newer version's bodies have
 * @param rows of each read model, built anew and compared
 * @param continued sessions that were taken to their end, and to their package
 */
public record Upgrade(String baseline, long sessions, long events, long read, long histories, long packages,
		Set<String> newFields, Map<String, Long> rows, int continued) {

	Table table() {
		Table table = new Table("The log of " + this.baseline + ", opened by this version", "what", "figure");
		table.row("sessions, events", Figure.whole(this.sessions) + ", " + Figure.whole(this.events));
		table.row("sessions, histories, packages read before and after",
				"%,d, %,d, %,d".formatted(this.read, this.histories, this.packages));
		table.row("fields that came along", this.newFields.isEmpty() ? "none" : String.join(" ", this.newFields));
		this.rows.forEach((model, count) -> table.row("rows built anew, " + model, Figure.whole(count)));
		table.row("old sessions that went on to their package", Figure.whole(this.continued));
		return table;
	}

}
