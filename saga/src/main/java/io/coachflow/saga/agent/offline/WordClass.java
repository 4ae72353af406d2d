package io.coachflow.saga.agent.offline;

import java.util.regex.Pattern;

import io.coachflow.text.PlainText;

/**
 * What the words before a word tell about it. Looks a few characters back only.
 */
enum WordClass {

	ENGLISH("we|i|they|who|you|he|she|it|can|will|must|should|would|could|cannot|not|don['’]t|to|let|help|helps",
			"a|an|the|our|your|their|of|with|for|from|in|on|by|and|every|each", "[ -]"),

	FRENCH("nous|je|j['’]|vous|ils|elles|on|il|elle|qui|se|s['’]|ne|n['’]|me|m['’]|y|peut|peuvent|veulent|veut|doit|"
			+ "doivent|faut|sans",
			"le|la|les|l['’]|un|une|des|du|de|d['’]|au|aux|notre|nos|leur|leurs|votre|vos|et|en|chaque|ce|cette",
			" (?:de |d['’]|du |des |de la |de l['’]|à |au |aux |à la |en )?");

	/** How many characters before a word tell about it. */
	static final int REACH = 24;

	private static final Pattern SMALL = Pattern.compile("\\p{Ll}.*");

	private static final Pattern INFINITIVE = Pattern.compile("(?:pour|de|d['’]|à)\\s*$", Pattern.CASE_INSENSITIVE);

	private static final Pattern INFINITIVE_FORM = Pattern
		.compile("(?!.*(?:ier|iers|boulanger|hiver|foyer|loyer|potager|verger|mer|fer)$).{3,}(?:er|ir|oir|dre|ttre)");

	private static final Pattern PARTICIPLE = Pattern.compile("\\p{Ll}{3,}(?<!t|ch|f|i)ée?s?");

	private final Pattern beforeVerb;

	private final Pattern beforeNoun;

	private final Pattern between;

	WordClass(String pronouns, String articles, String between) {
		this.beforeVerb = Pattern.compile("(?:^|[^\\p{L}])(?:" + pronouns + ")\\s*$", Pattern.CASE_INSENSITIVE);
		this.beforeNoun = Pattern.compile("(?:^|[^\\p{L}])(?:" + articles + ")\\s*$", Pattern.CASE_INSENSITIVE);
		this.between = Pattern.compile(between);
	}

	boolean isVerb(String before, String word) {
		String near = near(before);
		return (this == FRENCH && PARTICIPLE.matcher(word).matches() && !announcesNoun(before))
				|| SMALL.matcher(word).matches()
						&& (this.beforeVerb.matcher(near).find() || (this == FRENCH && INFINITIVE.matcher(near).find()
								&& INFINITIVE_FORM.matcher(PlainText.lower(word)).matches()));
	}

	boolean announcesNoun(String before) {
		return this.beforeNoun.matcher(near(before)).find();
	}

	boolean joins(String gap) {
		return this.between.matcher(gap).matches();
	}

	private static String near(String before) {
		return before.substring(Math.max(0, before.length() - REACH));
	}

}
