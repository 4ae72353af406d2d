package io.coachflow.saga.agent.offline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The prices and the quantities that the answers name. Nothing is guessed: what is not
 * written as a figure is not there.
 */
final class Figures {

	private static final String NUMBER = "\\d{1,3}(?:[ \\u00A0\\u202F.,]\\d{3}){1,3}(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?"
			+ "|\\d{1,9}(?:[.,]\\d{1,2}(?!\\d))?";

	private static final String BEFORE = "US\\$|\\$|€|£|₦|GH₵|KSh";

	private static final String AFTER = "F ?CFA|FCFA|CFA|francs? CFA|francs?|XOF|XAF|€|euros?|EUR|\\$|dollars?|USD|£|"
			+ "pounds?|GBP|CHF|dirhams?|MAD|DH|dinars?|TND|DZD|nairas?|NGN|cedis?|GHS|shillings?|KES|rands?|ZAR|ariary";

	private static final Pattern PRICE = Pattern.compile("(?:(" + BEFORE + ") ?(" + NUMBER + ")|(?<![\\d.,])(" + NUMBER
			+ ")[ \\u00A0\\u202F]?(" + AFTER + ")(?![\\p{L}]))(?![\\d])", Pattern.CASE_INSENSITIVE);

	private static final Pattern COUNT = Pattern
		.compile("(?<![\\d.,$€£])(" + NUMBER + ")[ \\u00A0\\u202F]((?:[\\p{L}'’-]{1,30}+(?: (?=\\p{L}))?+){1,6}+)");

	private static final Set<String> EACH = Set.of("par", "per", "a", "an", "each", "every", "chaque");

	// Of the words after a number, how many may stand before what is counted
	private static final int MOST_BEFORE_UNIT = 3;

	// Two groups of twelve
	private static final Pattern GROUPS = Pattern
		.compile("(?:^|[^\\p{L}\\d])([\\p{L}\\d]{1,12}) [\\p{L}]{2,20} (?:de|d['’]|of) ?$");

	private static final List<String> SMALL_NUMBERS = List.of("two", "three", "four", "five", "six", "seven", "eight",
			"nine", "ten", "eleven", "twelve", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
			"onze", "douze");

	private static final int REACH = 60;

	/** No more characters before a price say what it buys. */
	private static final int WORDS_REACH = 200;

	private final List<Price> prices = new ArrayList<>();

	private final List<Count> counts = new ArrayList<>();

	private final Vocabulary vocabulary;

	private final Set<String> units;

	private final Set<String> periods;

	/**
	 * Reads nothing yet.
	 * @param units the stems of what the sector counts
	 * @param periods after which a quantity comes back: a day, a week, ...
	 */
	Figures(Vocabulary vocabulary, Set<String> units, Set<String> periods) {
		this.vocabulary = vocabulary;
		this.units = units;
		this.periods = periods;
	}

	void read(Field field, String sentence) {
		Matcher price = PRICE.matcher(sentence);
		while (price.find()) {
			boolean before = price.group(1) != null;
			BigDecimal amount = number(before ? price.group(2) : price.group(3));
			if (amount.signum() > 0) {
				this.prices.add(new Price(amount, before ? price.group(1) : price.group(4), before,
						what(before(sentence, price.start(), WORDS_REACH)), field));
			}
		}
		Matcher count = COUNT.matcher(sentence);
		int from = 0;
		while (count.find(from)) {
			count(before(sentence, count.start(), REACH), number(count.group(1)),
					List.of(count.group(2).strip().split(" ")), field);
			from = count.end(1);
		}
	}

	private static String before(String sentence, int at, int reach) {
		return sentence.substring(Math.max(0, at - reach), at);
	}

	// "12 small groups a week": the first word that the sector counts, with what stands
	// before
	private void count(String before, BigDecimal number, List<String> words, Field field) {
		for (int at = 0; at < Math.min(words.size(), MOST_BEFORE_UNIT); at++) {
			if (number.signum() > 0 && this.vocabulary.stems(words.get(at)).stream().anyMatch(this.units::contains)) {
				boolean regular = at + 2 < words.size() && EACH.contains(PlainText.lower(words.get(at + 1)))
						&& this.periods.contains(PlainText.lower(words.get(at + 2)));
				Matcher groups = GROUPS.matcher(before);
				boolean grouped = groups.find();
				BigDecimal times = grouped ? times(groups.group(1)) : BigDecimal.ONE;
				// "Cohorts of 12 places a year": how many cohorts, it does not say
				boolean certain = !grouped || times.compareTo(BigDecimal.ONE) > 0;
				this.counts
					.add(new Count(certain ? times : BigDecimal.ONE, number, String.join(" ", words.subList(0, at + 1)),
							(regular && certain) ? words.get(at + 2) : null, field));
				return;
			}
		}
	}

	private static BigDecimal times(String written) {
		int word = SMALL_NUMBERS.indexOf(PlainText.lower(written));
		if (word >= 0) {
			return BigDecimal.valueOf(2 + word % (SMALL_NUMBERS.size() / 2));
		}
		return written.matches("\\d{1,3}") ? new BigDecimal(written) : BigDecimal.ONE;
	}

	// The words that the price follows, back to the last border
	private Set<String> what(String before) {
		List<String> clauses = Clauses.of(before + " ");
		String last = clauses.isEmpty() ? before : clauses.getLast();
		String[] parts = last.split(" (?:and|et|ou|or|puis|then) ");
		return this.vocabulary.stems(parts[parts.length - 1]);
	}

	/** The lowest price of the offer, or of any answer where the offer has none. */
	Optional<Price> lowest() {
		return fitting().stream().min(Comparator.comparing(Price::amount));
	}

	Optional<Price> highest() {
		return fitting().stream().max(Comparator.comparing(Price::amount));
	}

	// Those of what is counted, where it is said: loaves by the day and the price of a
	// loaf
	private List<Price> fitting() {
		List<Price> known = prices();
		Set<String> counted = capacity().map((count) -> this.vocabulary.stems(count.unit())).orElse(Set.of());
		List<Price> fitting = known.stream()
			.filter((price) -> price.what().stream().anyMatch(counted::contains))
			.toList();
		return fitting.isEmpty() ? known : fitting;
	}

	// Of the currency named first, which is the business's own; the others compare
	private List<Price> prices() {
		List<Price> offered = this.prices.stream().filter((price) -> price.field() == Field.OFFER).toList();
		List<Price> known = offered.isEmpty()
				? this.prices.stream().filter((price) -> price.field() == Field.MISSION).toList() : offered;
		return known.stream().filter((price) -> price.currency().equals(known.getFirst().currency())).toList();
	}

	/**
	 * How much can be sold; of the offer first, since a vision counts what is not yet.
	 */
	Optional<Count> capacity() {
		return this.counts.stream()
			.filter((count) -> count.field() != Field.VISION)
			.min(Comparator.comparing((Count count) -> -count.field().weight)
				.thenComparing((count) -> count.period() == null));
	}

	static BigDecimal number(String written) {
		String plain = written.replaceAll("[ \\u00A0\\u202F]", "");
		String grouped = plain.replaceAll("[.,](?=\\d{3}(?!\\d))", "");
		return new BigDecimal(grouped.replace(',', '.'));
	}

	/**
	 * A price.
	 *
	 * @param before whether the currency is written before the amount
	 * @param what the stems of the words before the price
	 */
	record Price(BigDecimal amount, String currency, boolean before, Set<String> what, Field field) {

		Price times(BigDecimal factor) {
			return new Price(this.amount.multiply(factor), this.currency, this.before, this.what, this.field);
		}

	}

	/**
	 * A quantity.
	 *
	 * @param times how many times the number comes, as in two groups of twelve; mostly 1
	 * @param unit in the words of the answer
	 * @param period after which the quantity comes back; absent where none is named
	 */
	record Count(BigDecimal times, BigDecimal number, String unit, @Nullable String period, Field field) {
	}

}
