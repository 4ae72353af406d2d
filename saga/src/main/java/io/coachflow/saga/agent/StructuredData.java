package io.coachflow.saga.agent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.text.PlainText;
import io.coachflow.text.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * Describes a business to search engines, as JSON-LD with the types of schema.org. Code
 * builds it from facts, so that it is always valid.
 *
 * @see <a href="https://schema.org/LocalBusiness">schema.org</a>
 */
public final class StructuredData {

	private static final String CONTEXT = "https://schema.org";

	private static final int MAX_DEPTH = 3;

	private static final int MAX_TOPICS = 10;

	private static final Set<String> TYPES = Set.of("Organization", "LocalBusiness", "Restaurant", "Bakery",
			"CafeOrCoffeeShop", "FoodEstablishment", "EducationalOrganization", "ProfessionalService", "Store",
			"ClothingStore", "GroceryStore", "HardwareStore", "JewelryStore", "BeautySalon", "HairSalon", "AutoRepair",
			"MovingCompany", "OnlineStore");

	private static final Set<String> PROPERTIES = Set.of("@context", "@type", "name", "description", "slogan",
			"address", "areaServed", "knowsAbout", "knowsLanguage");

	private static final Set<String> ADDRESS = Set.of("@type", "addressLocality", "addressCountry");

	private final Sectors sectors;

	private final SchemaTypes types = SchemaTypes.load();

	public StructuredData(Sectors sectors) {
		this.sectors = sectors;
	}

	/**
	 * The JSON-LD of a business.
	 * @param description of the business, plain text
	 * @param topics what the business knows about, such as its keywords; the first ten
	 * are used
	 */
	public Map<String, Object> of(Brief brief, String description, @Nullable String slogan, List<String> topics) {
		Place place = Place.of(brief.location());
		String words = brief.sector() + " " + brief.businessName() + " " + brief.mission() + " "
				+ brief.valueProposition();
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("@context", CONTEXT);
		data.put("@type", this.types.of(this.sectors.of(brief.sector()), words, !place.equals(Place.UNKNOWN)));
		String name = PlainText.shortened(PlainText.of(brief.businessName()), ResultLimits.LINE);
		data.put("name", name.isEmpty() ? "?" : name);
		data.put("description", description);
		if (slogan != null && !slogan.isBlank()) {
			data.put("slogan", slogan);
		}
		Map<String, Object> address = address(place);
		if (!address.isEmpty()) {
			data.put("address", address);
		}
		if (place.city() != null) {
			data.put("areaServed", place.city());
		}
		List<String> known = topics.stream().filter((topic) -> !topic.isBlank()).distinct().limit(MAX_TOPICS).toList();
		if (!known.isEmpty()) {
			data.put("knowsAbout", known);
		}
		data.put("knowsLanguage", brief.language());
		return data;
	}

	private static Map<String, Object> address(Place place) {
		Map<String, Object> address = new LinkedHashMap<>();
		String country = (place.countryCode() != null) ? place.countryCode() : place.country();
		if (place.city() != null || country != null) {
			address.put("@type", "PostalAddress");
		}
		if (place.city() != null) {
			address.put("addressLocality", place.city());
		}
		if (country != null) {
			address.put("addressCountry", country);
		}
		return address;
	}

	/** The violations of structured data; empty if it may be published. */
	static List<String> problems(Map<String, Object> data) {
		ResultChecks checks = new ResultChecks();
		checks.expect(CONTEXT.equals(data.get("@context")), "@context must be " + CONTEXT);
		checks.expect(data.get("@type") instanceof String type && TYPES.contains(type),
				"@type must be a kind of organization that is known here");
		checks.expect(data.get("name") instanceof String, "name is missing");
		checks.expect(data.get("description") instanceof String, "description is missing");
		checks.expect(PROPERTIES.containsAll(data.keySet()), "it has a property that is not known here");
		checks.expect(
				!(data.containsKey("address")) || (data.get("address") instanceof Map<?, ?> address
						&& "PostalAddress".equals(address.get("@type")) && ADDRESS.containsAll(address.keySet())),
				"address must be a PostalAddress");
		List<String> texts = new ArrayList<>();
		checks.expect(filled(data, texts, 1),
				"a field is empty, nested too deeply or neither text nor a list of texts");
		texts.forEach((text) -> checks.line("a text", text, ResultLimits.PARAGRAPH));
		checks.expect(texts.stream().mapToInt(String::length).sum() <= ResultLimits.JSON_LD,
				"it has more than " + ResultLimits.JSON_LD + " characters");
		return checks.violations();
	}

	private static boolean filled(@Nullable Object value, List<String> texts, int depth) {
		return depth <= MAX_DEPTH && switch (value) {
			case String text -> texts.add(text);
			case Map<?, ?> map ->
				!map.isEmpty() && map.values().stream().allMatch((item) -> filled(item, texts, depth + 1));
			case Collection<?> items ->
				!items.isEmpty() && items.stream().allMatch((item) -> filled(item, texts, depth + 1));
			case null, default -> false;
		};
	}

}
