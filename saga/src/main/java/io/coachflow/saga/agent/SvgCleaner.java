package io.coachflow.saga.agent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Writes the canonical form of a drawing while it is parsed, and stops at the first thing
 * that is not allowed.
 */
final class SvgCleaner extends DefaultHandler {

	private static final int MAX_ELEMENTS = 200;

	private static final int MAX_DEPTH = 10;

	// A name, a tagline and a description
	private static final int MAX_WORDS = 600;

	private static final Pattern GAPS = Pattern.compile("\\s++");

	// Characters that change the direction of the text can make it read differently
	private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

	private final StringBuilder out = new StringBuilder();

	private final StringBuilder words = new StringBuilder();

	private final Deque<String> open = new ArrayDeque<>();

	private final Set<String> gradients = new HashSet<>();

	private final Set<String> references = new HashSet<>();

	private boolean startTagOpen;

	private boolean visible;

	private int elements;

	private int wordCharacters;

	String result() {
		this.references.removeAll(this.gradients);
		check(this.references.isEmpty(), "A fill or stroke refers to a gradient that the drawing does not have");
		check(this.visible, "The drawing shows nothing");
		return this.out.toString();
	}

	@Override
	public void startElement(String uri, String name, String qName, Attributes attributes) {
		boolean root = this.open.isEmpty();
		flushWords();
		check(uri.isEmpty() || uri.equals(SvgGrammar.NAMESPACE), "An element is not of SVG");
		check(SvgGrammar.knows(name), "The element <" + shortened(name) + "> is not allowed");
		check(root == name.equals("svg"), "The drawing must be one <svg> element, with no other inside");
		check(root || !SvgGrammar.holdsWords(this.open.element()) || name.equals("tspan"),
				"Inside a text only <tspan> is allowed");
		check(++this.elements <= MAX_ELEMENTS, "The drawing has more than " + MAX_ELEMENTS + " elements");
		check(this.open.size() < MAX_DEPTH, "The drawing is nested deeper than " + MAX_DEPTH);
		this.visible |= SvgGrammar.VISIBLE.contains(name);
		endStartTag();
		this.open.push(name);
		this.out.append('<').append(name);
		if (root) {
			this.out.append(" xmlns=\"").append(SvgGrammar.NAMESPACE).append('"');
		}
		allowed(attributes, name).forEach((key, value) -> {
			this.out.append(' ').append(key).append("=\"");
			escape(value);
			this.out.append('"');
		});
		check(!root || attributes.getValue("viewBox") != null, "The drawing needs a viewBox");
		this.startTagOpen = true;
	}

	private Map<String, String> allowed(Attributes attributes, String element) {
		Map<String, String> allowed = new TreeMap<>();
		for (int i = 0; i < attributes.getLength(); i++) {
			String name = attributes.getQName(i);
			if (!SvgGrammar.drops(name)) {
				check(attributes.getURI(i).isEmpty() && SvgGrammar.allows(name),
						"The attribute " + shortened(name) + " is not allowed");
				String value = GAPS.matcher(plain(attributes.getValue(i))).replaceAll(" ").strip();
				check(SvgGrammar.accepts(name, value), "The value of the attribute " + name + " is not allowed");
				allowed.put(name, value);
			}
		}
		String id = allowed.get("id");
		if (id != null && SvgGrammar.GRADIENTS.contains(element)) {
			this.gradients.add(id);
		}
		allowed.values()
			.stream()
			.filter((value) -> value.startsWith("url(#"))
			.forEach((value) -> this.references.add(value.substring("url(#".length(), value.length() - 1)));
		return allowed;
	}

	@Override
	public void endElement(String uri, String name, String qName) {
		flushWords();
		this.open.pop();
		if (this.startTagOpen) {
			this.out.append("/>");
			this.startTagOpen = false;
		}
		else {
			this.out.append("</").append(name).append('>');
		}
	}

	@Override
	public void characters(char[] text, int start, int length) {
		this.words.append(text, start, length);
	}

	private void flushWords() {
		String text = GAPS.matcher(plain(this.words.toString())).replaceAll(" ");
		this.words.setLength(0);
		boolean holdsWords = !this.open.isEmpty() && SvgGrammar.holdsWords(this.open.element());
		if (text.isBlank()) {
			return;
		}
		check(holdsWords, "Words stand outside of <text>, <title> and <desc>");
		this.wordCharacters += text.codePointCount(0, text.length());
		check(this.wordCharacters <= MAX_WORDS, "The drawing has more than " + MAX_WORDS + " characters of text");
		endStartTag();
		escape(text);
	}

	private String plain(String text) {
		String plain = TURNS.matcher(text).replaceAll("");
		check(plain.codePoints()
			.noneMatch((character) -> (Character.isISOControl(character) && !Character.isWhitespace(character))
					|| Character.getType(character) == Character.SURROGATE),
				"The drawing contains a control character");
		return plain;
	}

	@Override
	public void processingInstruction(String target, String data) {
		throw new SvgRefusedException("Processing instructions are not allowed");
	}

	@Override
	public void skippedEntity(String name) {
		throw new SvgRefusedException("Entities are not allowed");
	}

	@Override
	public void error(SAXParseException ex) throws SAXException {
		throw ex;
	}

	private void endStartTag() {
		if (this.startTagOpen) {
			this.out.append('>');
			this.startTagOpen = false;
		}
	}

	private void escape(String text) {
		text.codePoints().forEach((character) -> {
			switch (character) {
				case '&' -> this.out.append("&amp;");
				case '<' -> this.out.append("&lt;");
				case '>' -> this.out.append("&gt;");
				case '"' -> this.out.append("&quot;");
				default -> this.out.appendCodePoint(character);
			}
		});
	}

	private static String shortened(String name) {
		return (name.length() <= 40) ? name : name.substring(0, 40) + "...";
	}

	private static void check(boolean allowed, String otherwise) {
		if (!allowed) {
			throw new SvgRefusedException(otherwise);
		}
	}

}
