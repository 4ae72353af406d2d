package io.coachflow.query.packagedocument;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Writes texts into XML and HTML, and reads XML that may not refer to anything.
 */
final class Xml {

	/** XML 1.0 has no place for the others, escaped or not. */
	private static final Pattern ILLEGAL = Pattern
		.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

	/** They make the text around them read differently. */
	private static final Pattern TURNS = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

	private Xml() {
	}

	/** The text as the content of an element or of a quoted attribute. */
	static String escaped(String text) {
		return HtmlUtils.htmlEscape(legal(TURNS.matcher(text).replaceAll("")), "UTF-8");
	}

	/** The text without the characters that XML does not have. */
	static String legal(String text) {
		return ILLEGAL.matcher(text).replaceAll("\uFFFD");
	}

	/**
	 * The document, parsed by the JDK's parser.
	 * @throws IOException if it is not well-formed, or has a document type
	 */
	static Document parse(String xml) throws IOException {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			DocumentBuilder builder = factory.newDocumentBuilder();
			// The default one prints
			builder.setErrorHandler(new DefaultHandler());
			return builder.parse(new InputSource(new StringReader(xml)));
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IOException("A document is not well-formed", ex);
		}
	}

}
