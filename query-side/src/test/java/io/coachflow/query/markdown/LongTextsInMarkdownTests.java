package io.coachflow.query.markdown;

import java.util.List;

import io.coachflow.contracts.text.LongTexts;
import org.junit.jupiter.api.Test;

class LongTextsInMarkdownTests {

	@Test
	void aDocumentTakesNoLongerThanItsTextsAreLong() {
		LongTexts.assertTakeTheirTime((text) -> new Markdown().heading(1, text)
			.text(text)
			.quote(text)
			.labelled("Label", text)
			.list(List.of(text))
			.code("text", text)
			.table(List.of("Head"), List.of(List.of(Markdown.Cell.text(text), Markdown.Cell.code(text))))
			.toString());
	}

}
