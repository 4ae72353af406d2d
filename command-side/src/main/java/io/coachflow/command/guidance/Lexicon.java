package io.coachflow.command.guidance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The word lists of all languages together, since an answer's language is unknown and
 * founders mix languages. Immutable.
 *
 * @param stop words too common to count as content
 * @param telling those of them that only English or French has
 * @param vague words that promise much and say little
 * @param precise words that measure: units, months, numbers in letters
 * @param steps by step, the words of an answer that speaks about it
 */
record Lexicon(Set<String> stop, Set<String> telling, Terms vague, Terms precise, Map<Step, Terms> steps) {

	private static final List<String> LANGUAGES = List.of("en", "fr");

	/**
	 * Reads the lists of every language from {@code scoring/} on the class path.
	 * @throws IllegalStateException if a file is missing or malformed or lacks a list,
	 * naming it
	 * @throws IllegalArgumentException if an entry is malformed, naming the entry
	 */
	static Lexicon load() {
		YAMLMapper mapper = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		List<Lists> languages = LANGUAGES.stream().map((language) -> read(mapper, language)).toList();
		Map<Step, Terms> steps = new EnumMap<>(Step.class);
		for (Step step : Step.values()) {
			steps.put(step, new Terms(union(languages, (lists) -> lists.words(step))));
		}
		Set<String> stop = words(union(languages, Lists::stop));
		Set<String> telling = new HashSet<>(stop);
		telling.removeAll(words(union(languages, Lists::shared)));
		return new Lexicon(stop, Set.copyOf(telling), new Terms(union(languages, Lists::vague)),
				new Terms(union(languages, Lists::precise)), steps);
	}

	/** The stop words of one language, in the form in which words are compared. */
	static Set<String> stopWords(String language) {
		YAMLMapper mapper = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		return words(read(mapper, language).stop());
	}

	private static Set<String> words(Collection<String> entries) {
		return entries.stream()
			.flatMap((entry) -> Tokens.of(entry).list().stream())
			.map(Token::text)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Collection<String> union(List<Lists> languages, Function<Lists, List<String>> list) {
		return languages.stream().map(list).flatMap(List::stream).toList();
	}

	private static Lists read(YAMLMapper mapper, String language) {
		String path = "/scoring/" + language + ".yaml";
		try (InputStream in = Lexicon.class.getResourceAsStream(path)) {
			if (in == null) {
				throw new IllegalStateException("The word lists " + path + " are missing");
			}
			return mapper.readValue(in, Lists.class).checked(path);
		}
		catch (JacksonException ex) {
			throw new IllegalStateException("The word lists " + path + " are malformed", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the word lists " + path, ex);
		}
	}

	/**
	 * One file.
	 *
	 * @param shared those words of {@code stop} that languages without lists have too
	 */
	record Lists(List<String> stop, List<String> shared, List<String> vague, List<String> precise,
			Map<Step, List<String>> steps) {

		List<String> words(Step step) {
			return Objects.requireNonNull(this.steps.get(step), "Checked when read");
		}

		// Jackson sets null if the file has a gap, despite the non-null types
		Lists checked(String path) {
			Map<Step, List<String>> words = present(this.steps, path, "steps");
			check(this.stop, path, "stop");
			check(this.shared, path, "shared");
			check(this.vague, path, "vague");
			check(this.precise, path, "precise");
			Arrays.stream(Step.values()).forEach((step) -> check(words.get(step), path, step.id()));
			return this;
		}

		private static void check(@Nullable List<? extends @Nullable String> list, String path, String name) {
			if (present(list, path, name).stream().anyMatch((entry) -> entry == null)) {
				throw new IllegalStateException("The list " + name + " in " + path + " has an empty entry");
			}
		}

		private static <T> T present(@Nullable T list, String path, String name) {
			if (list == null) {
				throw new IllegalStateException("The list " + name + " in " + path + " is missing");
			}
			return list;
		}

	}

}
