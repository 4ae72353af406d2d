package io.coachflow.saga.agent;

import java.util.List;
import java.util.Map;

import io.coachflow.text.Folding;
import io.coachflow.text.Sectors;

/**
 * The types of schema.org by sector.
 */
record SchemaTypes(Map<String, SectorTypes> sectors) {

	/**
	 * Reads {@code agents/schema-org.yaml} from the class path.
	 * @throws IllegalStateException if it is missing or invalid
	 */
	static SchemaTypes load() {
		return Resources.read("/agents/schema-org.yaml", SchemaTypes.class);
	}

	/**
	 * The type that fits a business of the sector best.
	 * @param words texts about the business
	 * @param visitable whether its place is known: a business without an address is not a
	 * local business
	 */
	String of(String sector, String words, boolean visitable) {
		SectorTypes known = this.sectors.getOrDefault(sector, this.sectors.get(Sectors.GENERAL));
		if (known == null) {
			throw new IllegalStateException("The types of schema.org lack " + Sectors.GENERAL);
		}
		if (!visitable) {
			return known.schemaWithoutPlace();
		}
		String padded = " " + Folding.words(words) + " ";
		return known.schema()
			.stream()
			.filter((
					type) -> type.words().stream().anyMatch((word) -> padded.contains(" " + Folding.words(word) + " ")))
			.findFirst()
			.map(SchemaType::type)
			.orElse(known.schema().getLast().type());
	}

	/**
	 * The types of a sector.
	 *
	 * @param schema the first one with a matching word counts; the last one is the
	 * default
	 */
	record SectorTypes(List<SchemaType> schema, String schemaWithoutPlace) {
	}

	record SchemaType(String type, List<String> words) {
	}

}
