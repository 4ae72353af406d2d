package io.coachflow.query.packagedocument;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code coachflow.package.documents.*}.
 *
 * @param atOnce PDFs and archives that a node makes at once; who waits longer than two
 * seconds gets 503
 */
@ConfigurationProperties("coachflow.package.documents")
record DocumentProperties(@DefaultValue("2") int atOnce) {

	DocumentProperties {
		if (atOnce < 1) {
			throw new IllegalArgumentException("coachflow.package.documents.at-once is a number above zero");
		}
	}

}
