package io.coachflow.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The known business sectors and their names in English and French. Immutable.
 */
public final class Sectors {

	/** The sector of a business that fits no other. */
	public static final String GENERAL = "general";

	private static final String FILE = "/text/sectors.yaml";

	private final Set<String> keys;

	private final Map<String, String> sectorByAlias = new HashMap<>();

	private Sectors(Map<String, List<String>> aliases) {
		this.keys = Collections.unmodifiableSet(new TreeMap<>(aliases).navigableKeySet());
		aliases.forEach((sector, names) -> {
			this.sectorByAlias.put(Folding.words(sector), sector);
			names.forEach((name) -> this.sectorByAlias.put(Folding.words(name), sector));
		});
	}

	/**
	 * Reads the sectors from the class path.
	 * @throws IllegalStateException if the file is missing
	 */
	public static Sectors load() {
		try (InputStream in = Sectors.class.getResourceAsStream(FILE)) {
			if (in == null) {
				throw new IllegalStateException("The file " + FILE + " is missing");
			}
			return new Sectors(new YAMLMapper().readValue(in, new TypeReference<Map<String, List<String>>>() {
			}));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the file " + FILE, ex);
		}
	}

	/** The keys of all sectors, in alphabetical order. */
	public Set<String> keys() {
		return this.keys;
	}

	/** The sector by each folded name. */
	public Map<String, String> aliases() {
		return Collections.unmodifiableMap(this.sectorByAlias);
	}

	/** The sector that the words name; {@link #GENERAL} if they name none. */
	public String of(String words) {
		String known = this.sectorByAlias.get(words);
		if (known != null) {
			return known;
		}
		String folded = Folding.words(words);
		String exact = this.sectorByAlias.get(folded);
		if (exact != null) {
			return exact;
		}
		// The longest alias wins: "leather shoes shop" names more than "shop"
		String padded = " " + folded + " ";
		return this.sectorByAlias.entrySet()
			.stream()
			.filter((alias) -> padded.contains(" " + alias.getKey() + " "))
			.max(Comparator.comparing((Map.Entry<String, String> alias) -> alias.getKey().length())
				.thenComparing(Map.Entry::getKey))
			.map(Map.Entry::getValue)
			.orElse(GENERAL);
	}

}
