package io.coachflow.console.operations;

import java.util.List;

import io.coachflow.contracts.rest.DeadLetterPage;
import org.jspecify.annotations.Nullable;

/**
 * A page of dead letters.
 *
 * @param page the cursor that it was read with; null for the first
 * @param next the cursor of the next page; null on the last
 */
record LetterTable(List<LetterRow> rows, @Nullable String page, @Nullable String next) {

	static LetterTable of(DeadLetterPage letters, @Nullable String page) {
		return new LetterTable(letters.deadLetters().stream().map(LetterRow::of).toList(), page, letters.nextCursor());
	}

}
