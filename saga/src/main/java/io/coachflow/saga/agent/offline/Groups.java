package io.coachflow.saga.agent.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.coachflow.text.PlainText;

/**
 * The groups of customers that an answer names.
 */
final class Groups {

	private static final int MOST = 3;

	private static final int LONGEST = 100;

	private static final int FEWEST_WORDS = 2;

	private Groups() {
	}

	static List<String> of(BriefAnalysis story) {
		Pattern and = Pattern.compile(story.phrases().and(), Pattern.CASE_INSENSITIVE);
		List<String> groups = new ArrayList<>();
		for (String sentence : story.sentences(Field.AUDIENCE)) {
			if (!story.phrases().goesOn(sentence)) {
				and.splitAsStream(sentence)
					.map((group) -> story.wording().bare(group.strip()))
					.filter((group) -> group.split(" ").length >= FEWEST_WORDS)
					.map((group) -> PlainText.shortened(group, LONGEST))
					.forEach(groups::add);
			}
		}
		return groups.stream().distinct().limit(MOST).toList();
	}

}
