package io.coachflow.saga.agent;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Accepts drawings that consist of shapes and text only. Whatever is not known to be
 * harmless is refused: scripts, events, styles, foreign content, images, references to
 * anything but the drawing's own gradients, document types and entities. Nothing is ever
 * fetched.
 */
public final class SvgAllowlist {

	/** The longest drawing, in characters. */
	public static final int MAX_CHARACTERS = 20_000;

	private SvgAllowlist() {
	}

	/**
	 * The drawing in its one canonical form: sorted attributes, no comments, no declared
	 * but unused namespaces. Cleaning what is clean changes nothing.
	 * @throws SvgRefusedException if anything in it is not allowed
	 */
	public static String cleaned(String svg) {
		requireLength(svg);
		SvgCleaner cleaner = new SvgCleaner();
		try {
			parser().parse(new InputSource(new StringReader(svg.strip())), cleaner);
		}
		catch (SAXException ex) {
			throw new SvgRefusedException("The drawing is not well-formed XML without a document type");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A text in memory could not be read", ex);
		}
		String cleaned = cleaner.result();
		requireLength(cleaned);
		return cleaned;
	}

	private static void requireLength(String svg) {
		if (svg.codePointCount(0, svg.length()) > MAX_CHARACTERS) {
			throw new SvgRefusedException("The drawing is longer than " + MAX_CHARACTERS + " characters");
		}
	}

	/** Why the drawing is refused; empty if it is allowed. */
	public static Optional<String> problem(String svg) {
		try {
			cleaned(svg);
			return Optional.empty();
		}
		catch (SvgRefusedException ex) {
			return Optional.of(String.valueOf(ex.getMessage()));
		}
	}

	private static SAXParser parser() {
		// The JDK's parser, even if the class path has another
		SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
		try {
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
			factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
			factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
			return factory.newSAXParser();
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IllegalStateException("The JDK's XML parser lacks a security feature", ex);
		}
	}

}
