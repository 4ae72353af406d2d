package io.coachflow.saga.agent;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.coachflow.text.PlainText;

/**
 * The sectors that the agents know, and the words by which people call them in English
 * and French: the same words, and the same rule, as the coach's.
 */
public final class Sectors {

	/** The sector of a business that fits no other. */
	public static final String GENERAL = "general";

	private static final Pattern MARKS = Pattern.compile("\\p{M}++");

	private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]++");

	private final Map<String, Sector> sectors;

	private final Map<String, String> sectorByAlias = new HashMap<>();

	private Sectors(Map<String, Sector> sectors) {
		this.sectors = new TreeMap<>(sectors);
		sectors.forEach((key, sector) -> {
			this.sectorByAlias.put(plain(key), key);
			sector.aliases().forEach((alias) -> this.sectorByAlias.put(plain(alias), key));
		});
	}

	/**
	 * Reads {@code agents/sectors.yaml} from the class path.
	 * @throws IllegalStateException if it is missing or not as it should be
	 */
	public static Sectors load() {
		return new Sectors(Resources.read("/agents/sectors.yaml", SectorFile.class).sectors());
	}

	/** The keys of all sectors. */
	public Set<String> keys() {
		return this.sectors.keySet();
	}

	/** The sector that fits the words; {@link #GENERAL} where none does. */
	public String of(String words) {
		String plain = plain(words);
		String exact = this.sectorByAlias.get(plain);
		if (exact != null) {
			return exact;
		}
		// The longest alias wins: "leather shoes shop" names more than "shop"
		String padded = " " + plain + " ";
		return this.sectorByAlias.entrySet()
			.stream()
			.filter((alias) -> padded.contains(" " + alias.getKey() + " "))
			.max(Comparator.comparing((Map.Entry<String, String> alias) -> alias.getKey().length())
				.thenComparing(Map.Entry::getKey))
			.map(Map.Entry::getValue)
			.orElse(GENERAL);
	}

	/**
	 * The type of schema.org that fits a business of the sector best.
	 * @param words everything that is known of the business
	 * @param visitable whether it is known where it is: what has no address is no local
	 * business
	 */
	String schemaType(String sector, String words, boolean visitable) {
		Sector known = this.sectors.getOrDefault(sector, this.sectors.get(GENERAL));
		if (known == null) {
			throw new IllegalStateException("The sectors lack " + GENERAL);
		}
		if (!visitable) {
			return known.schemaWithoutPlace();
		}
		String padded = " " + plain(words) + " ";
		return known.schema()
			.stream()
			.filter((type) -> type.words().stream().anyMatch((word) -> padded.contains(" " + plain(word) + " ")))
			.findFirst()
			.map(SchemaType::type)
			.orElse(known.schema().getLast().type());
	}

	/** The words in lower case, without accents and punctuation. */
	static String plain(String words) {
		// Marks go first too: to sort a tower of them takes the square of its height
		String letters = MARKS.matcher(words).replaceAll("");
		String base = MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
		return GAPS.matcher(PlainText.lower(base)).replaceAll(" ").strip();
	}

	record SectorFile(Map<String, Sector> sectors) {
	}

	/**
	 * A sector.
	 *
	 * @param schema the types of schema.org, the first one with a fitting word; the last
	 * one fits all
	 */
	record Sector(List<String> aliases, List<SchemaType> schema, String schemaWithoutPlace) {
	}

	record SchemaType(String type, List<String> words) {
	}

}
