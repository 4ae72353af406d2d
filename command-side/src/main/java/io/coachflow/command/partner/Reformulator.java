package io.coachflow.command.partner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.contracts.session.Business;
import io.coachflow.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Puts a text better by rules: white space, filler words, one sentence for each idea,
 * capitals and full stops. The word lists of all languages apply, since people answer in
 * the language they like. Immutable; the time taken grows with the text's length only.
 */
final class Reformulator {

	private static final Pattern LINES = Pattern.compile("[\\n\\r\\u000B\\f\\u0085\\u2028\\u2029]++");

	// The spaces within French figures stay
	private static final Pattern GAPS = Pattern.compile("[\\s\\p{Zs}&&[^\\u00A0\\u202F]]++");

	private static final Pattern BULLET = Pattern.compile("^[-*•–] ");

	/** Where a clause of some words follows, not in a list. */
	private static final Pattern SEMICOLON = Pattern.compile("[ \u00A0\u202F]?;(?= ?(?:[^\\s;.!?]++ ){3}[^\\s;.!?]) ?");

	private static final Pattern SPACE_BEFORE_POINT = Pattern.compile(" ([,.])(?= |$)");

	private static final Pattern COMMA_BEFORE_POINT = Pattern.compile(",(?= ?[.!?,])");

	private static final Pattern LOST_AT_START = Pattern.compile("^[ ,;]++");

	/** Not behind an abbreviation such as a.m. */
	private static final Pattern BEGINNING = Pattern
		.compile("(^|(?<![^\\p{L}]\\p{L})[.!?][\"»”)]? )(\\p{Ll})(?!\\p{Lu})");

	private static final String LOOSE = " ,;";

	private static final String CLOSING = ")»”\"’%€$£";

	private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}'’-])";

	private static final String NO_LETTER_AFTER = "(?![\\p{L}\\p{N}'’-])";

	/** In letters: "OK, GO" is not shouted. */
	private static final int SHORTEST_SHOUT = 20;

	private static final double SHOUTED = 0.7;

	/** A short place may be a word, such as Nice. */
	private static final int SHORTEST_PLACE = 5;

	/** Longer ones that are words, too, in English or in French. */
	private static final Set<String> WORDS = Set.of("china", "mobile", "orange", "paris", "reading", "split", "tours",
			"turkey");

	private final Pattern fillers;

	private final Pattern asides;

	private final Pattern joins;

	Reformulator(Collection<PartnerTexts> languages) {
		String persons = "(?:" + oneOf(languages, PartnerTexts::persons) + ")(?![\\p{L}\\p{N}])";
		this.fillers = pattern("(,)? ?" + NO_LETTER_BEFORE + "(?:" + oneOf(languages, PartnerTexts::fillers) + ")"
				+ NO_LETTER_AFTER + "( ?,)?");
		this.asides = pattern(
				"(^|[.!?] |, )(?:" + oneOf(languages, PartnerTexts::asides) + ")(?: ?, ?| (?=" + persons + "))");
		this.joins = pattern(",? (?:" + oneOf(languages, PartnerTexts::joins) + ") (?=" + persons + ")");
	}

	/** The text put better; as it is if nothing would be left. */
	String improved(String text, Business business) {
		String typed = isShouted(text) ? PlainText.lower(text) : text;
		List<String> lines = new ArrayList<>();
		for (String line : LINES.split(typed)) {
			String better = line(line, business);
			if (!better.isEmpty()) {
				lines.add(better);
			}
		}
		return lines.isEmpty() ? text : String.join("\n", lines);
	}

	private String line(String typed, Business business) {
		String text = GAPS.matcher(typed).replaceAll(" ").strip();
		text = BULLET.matcher(text).replaceFirst("");
		text = withoutFillers(text);
		text = this.asides.matcher(text).replaceAll((aside) -> aside.group(1).startsWith(",") ? " " : aside.group(1));
		text = this.joins.matcher(text).replaceAll(". ");
		text = SEMICOLON.matcher(text).replaceAll(". ");
		text = GAPS.matcher(text).replaceAll(" ");
		text = COMMA_BEFORE_POINT.matcher(text).replaceAll("");
		text = SPACE_BEFORE_POINT.matcher(text).replaceAll("$1");
		text = withoutLooseEnd(LOST_AT_START.matcher(text).replaceFirst(""));
		if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
			return "";
		}
		text = withFacts(text, business);
		text = BEGINNING.matcher(text)
			.replaceAll((start) -> Matcher.quoteReplacement(start.group(1) + start.group(2).toUpperCase(Locale.ROOT)));
		return ended(text);
	}

	private String withoutFillers(String text) {
		return this.fillers.matcher(text).replaceAll((filler) -> remainder(filler, text));
	}

	/** A comma stays if it parted what comes before from what comes after. */
	private static String remainder(MatchResult filler, String text) {
		boolean wordFollows = filler.end() < text.length() && text.charAt(filler.end()) == ' ';
		return (filler.group(1) != null && filler.group(2) == null && wordFollows) ? "," : "";
	}

	/** Names of the business as the user has told them, where they were typed small. */
	private static String withFacts(String text, Business business) {
		String named = text;
		for (String fact : facts(business)) {
			named = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(PlainText.lower(fact)) + "(?![\\p{L}\\p{N}])")
				.matcher(named)
				.replaceAll(Matcher.quoteReplacement(fact));
		}
		return named;
	}

	private static List<String> facts(Business business) {
		String name = line(business.name());
		return Stream
			.concat((name.indexOf(' ') > 0) ? Stream.of(name) : Stream.<String>empty(),
					Stream.of(line(business.city()), line(business.country()))
						.filter((place) -> place.length() >= SHORTEST_PLACE))
			.filter((fact) -> !fact.equals(PlainText.lower(fact)) && !WORDS.contains(PlainText.lower(fact)))
			.toList();
	}

	private static String line(@Nullable String fact) {
		return (fact != null) ? GAPS.matcher(fact).replaceAll(" ").strip() : "";
	}

	private static String withoutLooseEnd(String text) {
		int end = text.length();
		while (end > 0 && LOOSE.indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		return text.substring(0, end);
	}

	private static String ended(String text) {
		int last = text.codePointBefore(text.length());
		return (Character.isLetterOrDigit(last) || CLOSING.indexOf(last) >= 0) ? text + "." : text;
	}

	private static boolean isShouted(String text) {
		long letters = text.codePoints().filter(Character::isLetter).count();
		return letters >= SHORTEST_SHOUT
				&& text.codePoints().filter(Character::isUpperCase).count() > SHOUTED * letters;
	}

	/** The entries of all languages, the longest first. */
	private static String oneOf(Collection<PartnerTexts> languages, Function<PartnerTexts, List<String>> list) {
		return languages.stream()
			.map(list)
			.flatMap(List::stream)
			.distinct()
			.sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
			.map((entry) -> Pattern.quote(entry).replace("'", "\\E['’]\\Q"))
			.collect(Collectors.joining("|"));
	}

	private static Pattern pattern(String expression) {
		return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
