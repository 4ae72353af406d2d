package io.coachflow.saga.agent.offline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.coachflow.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The prices and the quantities that the answers name. Nothing is guessed: what is not
 * written as a figure is not there.
 */
final class Figures {

	private static final String BEFORE = "US\\$|\\$|€|£|₦|GH₵|KSh";

	private static final String AFTER = "F ?CFA|FCFA|CFA|francs? CFA|francs?|XOF|XAF|€|euros?|EUR|\\$|dollars?|USD|£|"
			+ "pounds?|GBP|CHF|dirhams?|MAD|DH|dinars?|TND|DZD|nairas?|NGN|cedis?|GHS|shillings?|KES|rands?|ZAR|ariary";

	private static final Pattern PRICE = Pattern.compile("(?:(" + BEFORE + ") ?(" + WrittenNumber.PATTERN
			+ ")|(?<![\\d.,])(" + WrittenNumber.PATTERN + ")[ \\u00A0\\u202F]?(" + AFTER + ")(?![\\p{L}]))(?![\\d])",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern COUNT = Pattern.compile("(?<![\\d.,$€£])(" + WrittenNumber.PATTERN
			+ ")[ \\u00A0\\u202F]((?:[\\p{L}'’-]{1,30}+(?: (?=\\p{L}))?+){1,6}+)");

	private static final Set<String> EACH = Set.of("par", "per", "a", "an", "each", "every", "chaque");

	// Of the words after a number, how many may stand before what is counted
	private static final int MOST_BEFORE_UNIT = 3;

	// Two groups of twelve
	private static final Pattern GROUPS = Pattern
		.compile("(?:^|[^\\p{L}\\d])([\\p{L}\\d]{1,12}) [\\p{L}]{2,20} (?:de|d['’]|of) ?$");

	private static final Pattern BORDER = Pattern.compile("\\s*[,;:–—](?=\\s|$)| (?:and|et|ou|or|puis|then)(?= )");

	// So many characters before a figure may tell what it counts, or what it buys
	private static final int COUNT_REACH = 60;

	private static final int PRICE_REACH = 200;

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
			BigDecimal amount = WrittenNumber.of(before ? price.group(2) : price.group(3));
			if (amount.signum() > 0) {
				this.prices.add(new Price(amount, before ? price.group(1) : price.group(4), before,
						what(sentence.substring(Math.max(0, price.start() - PRICE_REACH), price.start())), field));
			}
		}
		Matcher count = COUNT.matcher(sentence);
		int from = 0;
		while (count.find(from)) {
			count(sentence.substring(Math.max(0, count.start() - COUNT_REACH), count.start()),
					WrittenNumber.of(count.group(1)), List.of(count.group(2).strip().split(" ")), field);
			from = count.end(1);
		}
	}

	// "12 small groups a week": the first word that the sector counts, with what stands
	// before
	private void count(String before, BigDecimal number, List<String> words, Field field) {
		int unit = IntStream.range(0, Math.min(words.size(), MOST_BEFORE_UNIT))
			.filter((at) -> isUnit(words.get(at)))
			.findFirst()
			.orElse(-1);
		if (unit < 0 || number.signum() == 0) {
			return;
		}
		boolean regular = unit + 2 < words.size() && EACH.contains(PlainText.lower(words.get(unit + 1)))
				&& this.periods.contains(PlainText.lower(words.get(unit + 2)));
		Matcher groups = GROUPS.matcher(before);
		BigDecimal times = groups.find() ? WrittenNumber.small(groups.group(1)) : BigDecimal.ONE;
		// "Cohorts of 12 places a year": how many cohorts, it does not say
		boolean certain = times.signum() > 0;
		this.counts.add(new Count(times.max(BigDecimal.ONE), number, String.join(" ", words.subList(0, unit + 1)),
				(regular && certain) ? words.get(unit + 2) : null, field));
	}

	private boolean isUnit(String word) {
		return this.vocabulary.stems(word).stream().anyMatch(this.units::contains);
	}

	// The words that the price follows, back to the last border
	private static String what(String before) {
		return BORDER.splitAsStream(before).filter((part) -> !part.isBlank()).reduce("", (first, last) -> last);
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
		List<Price> fitting = counted.isEmpty() ? known
				: known.stream()
					.filter((price) -> this.vocabulary.stems(price.what()).stream().anyMatch(counted::contains))
					.toList();
		return fitting.isEmpty() ? known : fitting;
	}

	// Of the currency named first, which is the business's own; the others compare
	private List<Price> prices() {
		boolean offered = this.prices.stream().anyMatch((price) -> price.field() == Field.OFFER);
		Field told = offered ? Field.OFFER : Field.MISSION;
		List<Price> known = this.prices.stream().filter((price) -> price.field() == told).toList();
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

	/**
	 * A price.
	 *
	 * @param before whether the currency is written before the amount
	 * @param what the words before the price
	 */
	record Price(BigDecimal amount, String currency, boolean before, String what, Field field) {

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
