package io.coachflow.app.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The modules of the product, as the build files name them: those of the root's first
 * list, and of these the ones with sources of {@code io.coachflow}.
 */
final class Modules {

	static final Path SOURCES = Path.of("src/main/java");

	private final SortedMap<String, SortedSet<String>> packages = new TreeMap<>();

	private final SortedMap<String, SortedSet<String>> needed = new TreeMap<>();

	Modules() throws IOException {
		Element modules = (Element) pom(Page.PROJECT).getElementsByTagName("modules").item(0);
		for (Element module : elements(modules, "module")) {
			Path folder = Page.PROJECT.resolve(module.getTextContent());
			if (Files.isDirectory(folder.resolve(SOURCES).resolve("io/coachflow"))) {
				this.packages.put(module.getTextContent(), packages(folder.resolve(SOURCES)));
			}
		}
		for (String module : names()) {
			this.needed.put(module, needed(module));
		}
	}

	private static SortedSet<String> packages(Path sources) throws IOException {
		try (Stream<Path> files = Files.walk(sources)) {
			SortedSet<String> names = new TreeSet<>();
			files.filter((file) -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
				.map((file) -> sources.relativize(file.getParent()))
				.forEach((folder) -> names.add(folder.toString().replace(folder.getFileSystem().getSeparator(), ".")));
			return names;
		}
	}

	private SortedSet<String> needed(String module) throws IOException {
		SortedSet<String> names = new TreeSet<>();
		for (Element dependency : elements(pom(Page.PROJECT.resolve(module)).getDocumentElement(), "dependency")) {
			String name = elements(dependency, "artifactId").getFirst().getTextContent();
			boolean forTests = elements(dependency, "scope").stream()
				.anyMatch((scope) -> scope.getTextContent().equals("test"));
			if (names().contains(name) && !forTests) {
				names.add(name);
			}
		}
		return names;
	}

	private static Document pom(Path folder) throws IOException {
		try {
			return DocumentBuilderFactory.newDefaultInstance()
				.newDocumentBuilder()
				.parse(folder.resolve("pom.xml").toFile());
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IOException(ex);
		}
	}

	private static List<Element> elements(Element in, String name) {
		NodeList found = in.getElementsByTagName(name);
		return Stream.iterate(0, (at) -> at < found.getLength(), (at) -> at + 1)
			.map((at) -> (Element) found.item(at))
			.toList();
	}

	Set<String> names() {
		return this.packages.keySet();
	}

	/** The module's packages, without what all of them begin with. */
	List<String> packages(String module) {
		List<List<String>> all = this.packages.get(module)
			.stream()
			.map((name) -> Arrays.asList(name.split("\\.")))
			.toList();
		int shared = 0;
		while (all.getFirst().size() > shared && all.stream().allMatch(startLike(all.getFirst(), shared + 1))) {
			shared++;
		}
		int dropped = shared;
		return all.stream()
			.filter((name) -> name.size() > dropped)
			.map((name) -> String.join(".", name.subList(dropped, name.size())))
			.toList();
	}

	private static Predicate<List<String>> startLike(List<String> other, int length) {
		return (name) -> name.size() >= length && name.subList(0, length).equals(other.subList(0, length));
	}

	/** The modules that a module needs, without those that one of these needs anyway. */
	Set<String> directlyNeeded(String module) {
		SortedSet<String> direct = new TreeSet<>(this.needed.get(module));
		this.needed.get(module).forEach((it) -> direct.removeAll(allNeeded(it)));
		return direct;
	}

	private Set<String> allNeeded(String module) {
		Set<String> all = new TreeSet<>(this.needed.get(module));
		this.needed.get(module).forEach((it) -> all.addAll(allNeeded(it)));
		return all;
	}

}
