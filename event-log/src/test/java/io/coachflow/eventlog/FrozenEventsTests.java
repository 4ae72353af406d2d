package io.coachflow.eventlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.coachflow.contracts.session.GuidanceTexts;
import io.coachflow.eventlog.texts.TestTexts;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Every frozen form can be read, and fields that a later version adds are ignored. A file
 * that cannot be read lacks an upcaster.
 */
class FrozenEventsTests {

	private static final Path FILES = Path.of("src/test/resources/events");

	/** The name and the revision of the event, and an optional suffix. */
	private static final Pattern FILE = Pattern.compile("(io\\.coachflow\\.[a-z.-]+)\\.v(\\d+)(?:\\.[a-z-]+)?\\.json");

	private static final List<String> PARTS = List.of("guidance", "confidence", "business", "brief", "receipt",
			"fault");

	private static final GuidanceTexts TEXTS = new GuidanceTexts("Décrivez votre mission.",
			List.of("Exemple 1", "Exemple 2", "Exemple 3"), List.of("Pour qui ?"));

	private final JsonMapper json = new JsonMapper();

	private final EventSerializer serializer = new EventSerializer(TestTexts.recorded(TEXTS));

	static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(FILES)) {
			return files.sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void isReadWithWhateverALaterVersionAdded(Path file) throws IOException {
		Matcher name = FILE.matcher(file.getFileName().toString());
		assertThat(name.matches()).as("%s names an event and a revision", file).isTrue();
		ObjectNode event = (ObjectNode) this.json.readTree(Files.readString(file));
		Object read = read(name, event);

		event.putObject("added_later").put("by", "a later version");
		PARTS.forEach((part) -> {
			if (event.get(part) instanceof ObjectNode object) {
				object.putArray("added_later").add(1);
			}
		});

		assertThat(read).isNotInstanceOf(UnknownSerializedType.class);
		assertThat(read(name, event)).isEqualTo(read);
	}

	/** An older version wrote events without the numbers that were added since. */
	@ParameterizedTest
	@MethodSource("files")
	void isReadWithoutTheNumbersThatWereAddedSince(Path file) throws IOException {
		Matcher name = FILE.matcher(file.getFileName().toString());
		assertThat(name.matches()).isTrue();
		ObjectNode event = (ObjectNode) this.json.readTree(Files.readString(file));

		withoutPrimitives(event);

		assertThat(read(name, event)).isNotInstanceOf(UnknownSerializedType.class);
	}

	/** A saga would take all events without an id for those of one session. */
	@ParameterizedTest
	@MethodSource("files")
	void isNotReadWithoutItsIds(Path file) throws IOException {
		Matcher name = FILE.matcher(file.getFileName().toString());
		assertThat(name.matches()).isTrue();
		for (String id : List.of("session_id", "package_id")) {
			ObjectNode event = (ObjectNode) this.json.readTree(Files.readString(file));
			if (event.has(id)) {
				assertThatException().isThrownBy(() -> read(name, event.deepCopy().without(id))).as("without %s", id);
				assertThatException().isThrownBy(() -> read(name, event.deepCopy().putNull(id))).as("%s null", id);
				assertThatException().isThrownBy(() -> read(name, event.deepCopy().put(id, " "))).as("%s blank", id);
			}
		}
	}

	private static void withoutPrimitives(ObjectNode object) {
		List<String> primitives = object.propertyStream()
			.filter((property) -> property.getValue().isNumber() || property.getValue().isBoolean())
			.map(Map.Entry::getKey)
			.toList();
		object.remove(primitives);
		object.values().forEach((value) -> {
			if (value instanceof ObjectNode inner) {
				withoutPrimitives(inner);
			}
		});
	}

	private Object read(Matcher name, ObjectNode event) {
		return this.serializer
			.deserialize(new SimpleSerializedObject<>(event.toString(), String.class, name.group(1), name.group(2)));
	}

}
