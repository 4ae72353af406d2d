package io.coachflow.app.architecture;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * The settings of the product as its code has them.
 */
final class Settings {

	private static final Pattern BOUND = Pattern
		.compile("@ConfigurationProperties\\(\"(coachflow[\\w.-]*)\"\\)\\s+(?:public )?record (\\w+)"
				+ "|bindOrCreate\\(\"(coachflow[\\w.-]*)\", Bindable\\.of\\((\\w+)\\.class\\)");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(coachflow\\.[\\w.-]+)(?::([^}]*))?}");

	private static final Pattern CONSTANT = Pattern.compile("String SETTING = \"(coachflow\\.[\\w.-]+)\"");

	private final SortedMap<String, SortedSet<String>> defaults = new TreeMap<>();

	private final SortedSet<String> inPlaceholders = new TreeSet<>();

	private final SortedSet<String> inYaml = new TreeSet<>();

	Settings() throws IOException, ClassNotFoundException {
		for (Path file : sources()) {
			String text = Files.readString(file);
			for (MatchResult bound : BOUND.matcher(text).results().toList()) {
				boolean annotated = bound.group(1) != null;
				addRecord(annotated ? bound.group(1) : bound.group(3),
						typeIn(file, annotated ? bound.group(2) : bound.group(4)));
			}
			CONSTANT.matcher(text).results().forEach((constant) -> {
				add(constant.group(1));
				this.inPlaceholders.add(constant.group(1));
			});
			PLACEHOLDER.matcher(text).results().forEach((placeholder) -> {
				this.inPlaceholders.add(placeholder.group(1));
				if (placeholder.group(2) != null) {
					addDefault(placeholder.group(1), placeholder.group(2), file.getFileName().toString());
				}
				else {
					add(placeholder.group(1));
				}
			});
		}
		addYaml();
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> modules = Files.list(Page.PROJECT)) {
			List<Path> roots = modules.map((module) -> module.resolve(Modules.SOURCES))
				.filter((root) -> Files.isDirectory(root)
						&& !root.getParent().getParent().getParent().endsWith("benchmarks"))
				.toList();
			List<Path> files = new ArrayList<>();
			for (Path root : roots) {
				try (Stream<Path> all = Files.walk(root)) {
					all.filter((file) -> file.toString().endsWith(".java")).forEach(files::add);
				}
			}
			return files;
		}
	}

	private static Class<?> typeIn(Path file, String name) throws IOException, ClassNotFoundException {
		MatchResult declared = Pattern.compile("package ([\\w.]+);")
			.matcher(Files.readString(file))
			.results()
			.findFirst()
			.orElseThrow();
		return Class.forName(declared.group(1) + "." + name, false, Settings.class.getClassLoader());
	}

	private void addRecord(String prefix, Class<?> type) {
		for (Parameter component : type.getDeclaredConstructors()[0].getParameters()) {
			String name = prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
			DefaultValue owned = component.getAnnotation(DefaultValue.class);
			if (component.getType().isRecord() && component.getType().getPackageName().startsWith("io.coachflow")) {
				addRecord(name, component.getType());
			}
			else if (owned != null) {
				addDefault(Map.class.isAssignableFrom(component.getType()) ? name + ".*" : name,
						String.join(",", owned.value()), type.getSimpleName());
			}
			else {
				add(name);
			}
		}
	}

	private void addYaml() throws IOException {
		for (var source : new YamlPropertySourceLoader().load("settings", new ClassPathResource("application.yml"))) {
			for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
				if (name.startsWith("coachflow.")) {
					this.inYaml.add(name);
					addDefault(name, String.valueOf(source.getProperty(name)), "application.yml");
				}
			}
		}
	}

	private void add(String name) {
		this.defaults.computeIfAbsent(name, (_) -> new TreeSet<>());
	}

	private void addDefault(String name, String value, String owner) {
		this.defaults.computeIfAbsent(name, (_) -> new TreeSet<>())
			.add((value.isEmpty() ? "none" : value) + " of " + owner);
	}

	/** The names of all settings. */
	SortedSet<String> names() {
		return new TreeSet<>(this.defaults.keySet());
	}

	/** The setting's default as documents write it: {@code none} where it has none. */
	String valueOf(String name) {
		SortedSet<String> owned = this.defaults.get(name);
		return owned.isEmpty() ? "none" : owned.first().substring(0, owned.first().lastIndexOf(" of "));
	}

	/** The defaults that stand in more than one place, and where. */
	List<String> withSeveralOwners() {
		return this.defaults.entrySet()
			.stream()
			.filter((setting) -> setting.getValue().size() > 1)
			.map((setting) -> setting.getKey() + ": " + String.join(", ", setting.getValue()))
			.toList();
	}

	/** What {@code application.yml} sets although only a record reads it. */
	SortedSet<String> needlesslyInYaml() {
		SortedSet<String> names = new TreeSet<>(this.inYaml);
		names.removeAll(this.inPlaceholders);
		return names;
	}

}
