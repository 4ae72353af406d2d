package io.coachflow.command.businesspackage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Finds the business's name in an answer: {@code our bakery, called "Le Fournil"}. The
 * name must be introduced as that of a business, not of a dish or a district, and be
 * quoted or capitalised.
 */
final class NameInference {

	private static final int MAX_NAME = 60;

	private static final int MAX_WORDS = 6;

	/** The most fragments between the noun and the introduction of its name. */
	private static final int REACH = 40;

	/** In characters; longer words are in no list. */
	private static final int LONGEST_WORD = 60;

	/** A quoted text, a word, the end of a sentence or line, or a comma. */
	private static final Pattern FRAGMENT = Pattern.compile("[\"“«„]\\s*+([^\"”»“\\n]{1," + MAX_NAME
			+ "}+)[\"”»“]|([\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’&-]*+|&)|([.!?;:\\n])|(,)");

	private final List<BriefTexts> languages;

	NameInference(List<BriefTexts> languages) {
		this.languages = languages;
	}

	/**
	 * A part of a text; {@code plain} is its form for comparison, empty if not a word.
	 */
	private record Fragment(Kind kind, String text, String plain) {

		enum Kind {

			QUOTED, WORD, END, COMMA

		}

		boolean isCapitalised() {
			return this.kind == Kind.WORD && Character.isUpperCase(this.text.codePointAt(0));
		}

	}

	/** The first name in the texts; empty if there is none. */
	Optional<String> in(Collection<String> texts) {
		return texts.stream().map(this::in).filter(Objects::nonNull).findFirst();
	}

	private @Nullable String in(String text) {
		List<Fragment> fragments = fragments(text);
		for (int at = 1; at < fragments.size() - 1; at++) {
			for (BriefTexts texts : this.languages) {
				String name = texts.introductions().contains(fragments.get(at).plain())
						&& isOfBusiness(fragments, at, texts) ? nameAt(fragments, at + 1, texts) : null;
				if (name != null) {
					return name;
				}
			}
		}
		return null;
	}

	/**
	 * Whether the noun before the introduction is a business:
	 * {@code our shop in Lyon will be}.
	 */
	private static boolean isOfBusiness(List<Fragment> fragments, int introduction, BriefTexts texts) {
		for (int at = introduction - 1; at >= Math.max(0, introduction - REACH); at--) {
			Fragment fragment = fragments.get(at);
			// l'entreprise
			if (texts.nouns().contains(fragment.plain().substring(fragment.plain().indexOf('\'') + 1))) {
				return true;
			}
			boolean skipped = fragment.kind() == Fragment.Kind.COMMA || fragment.isCapitalised()
					|| texts.fillers().contains(fragment.plain());
			if (!skipped) {
				return false;
			}
		}
		return false;
	}

	private static @Nullable String nameAt(List<Fragment> fragments, int start, BriefTexts texts) {
		if (fragments.get(start).kind() == Fragment.Kind.QUOTED) {
			return fragments.get(start).text().strip();
		}
		List<String> name = new ArrayList<>();
		int complete = 0;
		for (int at = start; at < fragments.size() && name.size() < MAX_WORDS; at++) {
			Fragment fragment = fragments.get(at);
			boolean link = fragment.kind() == Fragment.Kind.WORD && texts.links().contains(fragment.plain());
			if (!fragment.isCapitalised() && !(link && !name.isEmpty())) {
				break;
			}
			name.add(fragment.text());
			complete = fragment.isCapitalised() ? name.size() : complete;
		}
		String found = String.join(" ", name.subList(0, complete));
		return (!found.isEmpty() && found.length() <= MAX_NAME) ? found : null;
	}

	private static List<Fragment> fragments(String text) {
		List<Fragment> fragments = new ArrayList<>();
		Matcher matcher = FRAGMENT.matcher(text);
		while (matcher.find()) {
			if (matcher.group(1) != null) {
				fragments.add(new Fragment(Fragment.Kind.QUOTED, matcher.group(1), ""));
			}
			else if (matcher.group(2) != null) {
				fragments.add(new Fragment(Fragment.Kind.WORD, matcher.group(2), plain(matcher.group(2))));
			}
			else {
				fragments.add(new Fragment((matcher.group(3) != null) ? Fragment.Kind.END : Fragment.Kind.COMMA,
						matcher.group(), ""));
			}
		}
		return fragments;
	}

	private static String plain(String word) {
		if (word.length() > LONGEST_WORD) {
			return "";
		}
		return Folding.of(word).replace('’', '\'');
	}

}
