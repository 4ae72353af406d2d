package io.coachflow.query.packagedocument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Receipt;
import io.coachflow.contracts.rest.AgentView;
import io.coachflow.contracts.rest.PackageResponse;
import io.coachflow.query.markdown.Markdown;
import io.coachflow.query.markdown.Markdown.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Where each part of a package comes from, as the last section of the document.
 */
final class Provenance {

	private static final int SHOWN_OF_HASH = 12;

	private static final String NONE = "–";

	private final Labels labels;

	private final Markdown out;

	Provenance(Labels labels, Markdown out) {
		this.labels = labels;
		this.out = out;
	}

	void add(PackageResponse response) {
		this.out.heading(2, this.labels.text("provenance"));
		List<List<Cell>> rows = new ArrayList<>();
		for (Map.Entry<String, AgentView> it : response.agents().entrySet()) {
			rows.add(row(it.getKey(), it.getValue()));
		}
		this.out.table(Stream
			.of("part", "state", "attempts", "source", "model", "version", "tokens", "price", "duration", "input")
			.map((key) -> this.labels.text("provenance." + key))
			.toList(), rows);
		this.out.text(this.labels.text("provenance.note"));
		if (response.completedAt() != null) {
			this.out.text(this.labels.text("completed_at", this.labels.date(response.completedAt())));
		}
	}

	private List<Cell> row(String agent, AgentView view) {
		List<Cell> cells = new ArrayList<>(Cell.texts(this.labels.text("agent." + agent),
				this.labels.text("state." + PackageMarkdown.wireName(view.state())),
				this.labels.number(view.attempts()), source(view.source())));
		Receipt receipt = view.receipt();
		if (receipt == null) {
			cells.addAll(Cell.texts(NONE, NONE, NONE, NONE, NONE, NONE));
		}
		else {
			cells.addAll(List.of(Cell.code(receipt.model()), Cell.code(receipt.promptVersion()),
					Cell.text(this.labels.number(receipt.tokensIn()) + " / " + this.labels.number(receipt.tokensOut())),
					Cell.text(this.labels.price(receipt.price())),
					Cell.text(this.labels.number(receipt.latencyMs()) + " ms"), Cell.code(shown(receipt.inputHash()))));
		}
		return cells;
	}

	private String source(@Nullable AgentSource source) {
		return (source != null) ? this.labels.text("source." + PackageMarkdown.wireName(source)) : NONE;
	}

	private static String shown(String hash) {
		return hash.substring(0, Math.min(hash.length(), SHOWN_OF_HASH));
	}

}
