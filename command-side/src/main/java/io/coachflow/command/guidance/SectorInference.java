package io.coachflow.command.guidance;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.coachflow.command.guidance.Terms.Term;
import io.coachflow.text.Sectors;
import org.springframework.stereotype.Component;

/**
 * Infers the sector from the answers if the founder did not name it.
 */
@Component
public class SectorInference {

	private final Map<String, String> sectors = new HashMap<>();

	private final Terms words;

	/** Reads the sectors and their names from the class path. */
	public SectorInference() {
		Sectors.load().aliases().forEach((alias, sector) -> {
			this.sectors.put(Term.of(alias).name(), sector);
			// The usual plural in both languages
			this.sectors.put(Term.of(alias + "s").name(), sector);
		});
		this.words = new Terms(this.sectors.keySet());
	}

	/**
	 * The sector that most of the texts' sector names belong to. A name counts once in
	 * each text.
	 * @return {@code general} if there is none
	 */
	public String of(Collection<String> texts) {
		Map<String, Integer> votes = new HashMap<>();
		texts.forEach((text) -> found(Tokens.of(text).list())
			.forEach((term) -> votes.merge(this.sectors.get(term.name()), term.words().size(), Integer::sum)));
		return votes.entrySet()
			.stream()
			.max(Map.Entry.<String, Integer>comparingByValue()
				.thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
			.map(Map.Entry::getKey)
			.orElse(Sectors.GENERAL);
	}

	private Set<Term> found(List<Token> text) {
		Set<Term> found = new HashSet<>();
		int at = 0;
		while (at < text.size()) {
			Optional<Term> term = this.words.at(text, at);
			term.ifPresent(found::add);
			at += term.map((it) -> it.words().size()).orElse(1);
		}
		return found;
	}

}
