package io.coachflow.command.guidance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.command.guidance.MarkedAnswer.Mark;
import io.coachflow.contracts.session.Step;
import io.coachflow.text.Sectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How well the score tells weak answers from others, judged by answers that a human coach
 * marked.
 */
@DisplayName("Asking back below 0.35")
class AskBackCorpusTests {

	/** The default of {@code coachflow.coach.minimum-confidence}. */
	private static final double MINIMUM = 0.35;

	private static final List<MarkedAnswer> TUNING = MarkedAnswer.read("tuning");

	private static final List<MarkedAnswer> HELD = MarkedAnswer.read("held");

	private static final ConfidenceScorer SCORER = ConfidenceScorer.load(GuidanceCatalogue.load()::everything);

	@Test
	void findsNineWeakAnswersInTenAndLetsGoodOnesPass() {
		print("tuning", TUNING);
		print("held", HELD);

		assertThat(askedBack(HELD, Mark.WEAK)).isGreaterThanOrEqualTo(0.9);
		assertThat(askedBack(HELD, Mark.GOOD)).isLessThanOrEqualTo(0.05);
	}

	@Test
	void isWhatThePageSays() throws IOException {
		assertThat(Files.readString(Path.of("../docs/confidence.md"))).contains(row("tuning", TUNING))
			.contains(row("held", HELD));
	}

	@Test
	@DisplayName("is judged by enough answers of every kind")
	void isJudgedByEnoughAnswersOfEveryKind() {
		for (List<MarkedAnswer> half : List.of(TUNING, HELD)) {
			assertThat(half).hasSizeGreaterThanOrEqualTo(80);
			assertThat(half.stream().filter(marked(Mark.WEAK)).count() / (double) half.size()).isBetween(0.38, 0.45);
			for (String language : List.of("en", "fr")) {
				List<MarkedAnswer> answers = half.stream()
					.filter((answer) -> answer.language().equals(language))
					.toList();
				assertThat(answers).hasSizeBetween(40, 43);
				assertThat(answers.stream().map(MarkedAnswer::step)).contains(Step.values());
				assertThat(answers.stream().filter(marked(Mark.WEAK)).map(MarkedAnswer::kind)).contains("assent",
						"single word", "few words", "promise", "figures", "pasted", "off topic", "no idea", "noise",
						"placeholder", "third language", "said before");
				assertThat(answers.stream().filter(marked(Mark.GOOD)).map(MarkedAnswer::kind)).contains("short", "long",
						"plain", "chatty", "third language");
				assertThat(answers.stream().filter(marked(Mark.FAIR))).hasSizeGreaterThanOrEqualTo(10);
			}
			assertThat(half.stream().map(MarkedAnswer::sector)).containsAll(sectors());
		}
		assertThat(Stream.of(TUNING, HELD).flatMap(List::stream)).allSatisfy((answer) -> {
			assertThat(sectors()).contains(answer.sector());
			assertThat(answer.reason()).isNotBlank();
			assertThat(answer.text()).isNotBlank();
		});
	}

	@Test
	@DisplayName("is judged by no answer twice")
	void isJudgedByNoAnswerTwice() {
		assertThat(Stream.of(TUNING, HELD).flatMap(List::stream).map((answer) -> words(answer.text())))
			.doesNotHaveDuplicates();
	}

	private static List<String> sectors() {
		return Sectors.load().keys().stream().filter((sector) -> !sector.equals(Sectors.GENERAL)).toList();
	}

	private static String words(String text) {
		return Tokens.of(text).list().stream().map(Token::text).collect(Collectors.joining(" "));
	}

	private static Predicate<MarkedAnswer> marked(Mark mark) {
		return (answer) -> answer.mark() == mark;
	}

	private static boolean isAskedBack(MarkedAnswer answer) {
		return SCORER.score(answer.step(), answer.text(), answer.earlier()).score() < MINIMUM;
	}

	/** The share of the answers with the mark, 0 to 1. */
	private static double askedBack(List<MarkedAnswer> answers, Mark mark) {
		return answers.stream()
			.filter(marked(mark))
			.mapToInt((answer) -> isAskedBack(answer) ? 1 : 0)
			.average()
			.orElseThrow();
	}

	/** A row of the table in {@code docs/confidence.md}. */
	private static String row(String half, List<MarkedAnswer> answers) {
		Map<Mark, Long> all = new EnumMap<>(Mark.class);
		Map<Mark, Long> asked = new EnumMap<>(Mark.class);
		for (Mark mark : Mark.values()) {
			all.put(mark, answers.stream().filter(marked(mark)).count());
			asked.put(mark, answers.stream().filter(marked(mark)).filter(AskBackCorpusTests::isAskedBack).count());
		}
		long askedInAll = asked.values().stream().mapToLong(Long::longValue).sum();
		return "| %s | %d of %d | %d of %d | %d of %d | %.2f | %.2f |".formatted(half, asked.get(Mark.WEAK),
				all.get(Mark.WEAK), asked.get(Mark.FAIR), all.get(Mark.FAIR), asked.get(Mark.GOOD), all.get(Mark.GOOD),
				askedBack(answers, Mark.WEAK), asked.get(Mark.WEAK) / (double) askedInAll);
	}

	private static void print(String half, List<MarkedAnswer> answers) {
		System.out.println("| half | weak asked back | fair asked back | good asked back | recall | precision |");
		System.out.println(row(half, answers));
		Map<String, List<MarkedAnswer>> kinds = answers.stream()
			.collect(Collectors.groupingBy(
					(answer) -> answer.mark().name().toLowerCase(Locale.ROOT) + ", " + answer.kind(), TreeMap::new,
					Collectors.toList()));
		kinds.forEach((kind, some) -> System.out.printf("  %-24s %2d of %2d asked back%s%n", kind,
				some.stream().filter(AskBackCorpusTests::isAskedBack).count(), some.size(),
				some.stream().filter(AskBackCorpusTests::isMisjudged).map(MarkedAnswer::text).toList()));
	}

	private static boolean isMisjudged(MarkedAnswer answer) {
		return answer.mark() != Mark.FAIR && isAskedBack(answer) != (answer.mark() == Mark.WEAK);
	}

}
