package io.coachflow.query.packagedocument;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class XmlTests {

	@Test
	void anyTextCanBeWrittenAndReadBack() throws IOException {
		String text = "<b a='\"'>&amp; ]]> é 🍲 \u0000\uD800\uFFFE\u202E";

		String read = Xml.parse("<x>" + Xml.escaped(text) + "</x>").getDocumentElement().getTextContent();

		assertThat(read).isEqualTo("<b a='\"'>&amp; ]]> é 🍲 \uFFFD\uFFFD\uFFFD");
	}

	@Test
	void documentTypesAreRefused() {
		assertThatIOException().isThrownBy(() -> Xml.parse("<!DOCTYPE x><x/>"));
	}

}
