package io.coachflow.command.guidance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.coachflow.contracts.session.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The scripted texts, as the translators wrote them: one file per language and sector
 * under {@code guidance/} on the class path, and {@code coach.yaml} for what does not
 * depend on the sector.
 */
final class GuidanceCatalogue {

	static final String GENERAL = "general";

	private static final List<String> LANGUAGES = List.of("en", "fr");

	private static final List<String> SECTORS = List.of(GENERAL, "restaurant", "fashion-and-beauty", "technology",
			"education", "agriculture", "crafts", "services", "retail");

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private final Map<String, Map<String, SectorTexts>> sectors = new HashMap<>();

	private final Map<String, CoachTexts> coach = new HashMap<>();

	private final Map<String, String> sectorByAlias = new HashMap<>();

	private final String version;

	private GuidanceCatalogue() {
		MessageDigest digest = sha256();
		YAMLMapper mapper = new YAMLMapper();
		for (String language : LANGUAGES) {
			Map<String, SectorTexts> texts = new HashMap<>();
			for (String sector : SECTORS) {
				SectorTexts read = mapper.readValue(read(language, sector, digest), SectorTexts.class)
					.checked(language + "/" + sector);
				texts.put(sector, read);
				Objects.requireNonNullElse(read.aliases(), List.<String>of())
					.forEach((alias) -> this.sectorByAlias.put(plain(alias), sector));
				this.sectorByAlias.put(plain(sector), sector);
			}
			this.sectors.put(language, texts);
			this.coach.put(language,
					mapper.readValue(read(language, "coach", digest), CoachTexts.class).checked(language));
		}
		this.version = HexFormat.of().formatHex(digest.digest(), 0, 6);
	}

	/**
	 * Reads every file.
	 * @throws IllegalStateException if a file is missing or incomplete, naming it
	 */
	static GuidanceCatalogue load() {
		return new GuidanceCatalogue();
	}

	/** Twelve hexadecimal digits that change whenever a text does. */
	String version() {
		return this.version;
	}

	/** The sector whose texts fit the client's words; {@code general} where none does. */
	String sectorOf(@Nullable String words) {
		if (words == null) {
			return GENERAL;
		}
		String known = this.sectorByAlias.get(words);
		if (known != null) {
			return known;
		}
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
			.max(Map.Entry.<String, String>comparingByKey((left, right) -> (left.length() != right.length())
					? left.length() - right.length() : left.compareTo(right)))
			.map(Map.Entry::getValue)
			.orElse(GENERAL);
	}

	/** The words that name a sector, in plain letters, and which sector it is. */
	Map<String, String> aliases() {
		return Collections.unmodifiableMap(this.sectorByAlias);
	}

	StepTexts step(String language, String sector, Step step) {
		SectorTexts texts = texts(texts(this.sectors, language, "language"), sector, "sector");
		return Objects.requireNonNull(texts.steps().get(step), "Checked when read");
	}

	CoachTexts coach(String language) {
		return texts(this.coach, language, "language");
	}

	private static <T> T texts(Map<String, T> texts, String key, String what) {
		T found = texts.get(key);
		if (found == null) {
			throw new IllegalArgumentException("The coach does not know the " + what + " " + key);
		}
		return found;
	}

	private static String plain(String words) {
		String base = MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("");
		return GAPS.matcher(base.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
	}

	private static byte[] read(String language, String file, MessageDigest digest) {
		String path = "/guidance/" + language + "/" + file + ".yaml";
		try (InputStream in = GuidanceCatalogue.class.getResourceAsStream(path)) {
			if (in == null) {
				throw new IllegalStateException("The guidance file " + path + " is missing");
			}
			byte[] bytes = in.readAllBytes();
			digest.update(bytes);
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the guidance file " + path, ex);
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	record SectorTexts(String sector, @Nullable List<String> aliases, Map<Step, StepTexts> steps) {

		SectorTexts checked(String file) {
			for (Step step : Step.values()) {
				StepTexts texts = this.steps.get(step);
				if (texts == null || texts.examples().size() != 3 || texts.questions().isEmpty()) {
					throw new IllegalStateException("The guidance file " + file
							+ " needs a message, three examples and questions for the step " + step.id());
				}
			}
			return this;
		}

	}

	record StepTexts(String message, List<String> examples, List<String> questions) {
	}

	record CoachTexts(String completed, Map<Step, Clarifications> clarification) {

		CoachTexts checked(String language) {
			// Jackson leaves null where the file leaves a gap
			if (Stream.of(Step.values()).anyMatch((step) -> this.clarification.get(step) == null)) {
				throw new IllegalStateException(
						"The guidance file " + language + "/coach needs clarifications for every step");
			}
			return this;
		}

	}

	record Clarifications(String length, String specificity, String relevance, String originality) {
	}

}
