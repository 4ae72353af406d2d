package io.coachflow.saga.agent;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.text.Sha256;

/**
 * The SHA-256 of a brief's canonical text: its fields in the order of the record, the
 * location last, each in UTF-8 after its length in bytes and a colon; an absent location
 * as {@code -}, the inferred fields joined by commas.
 */
public final class BriefHash {

	private BriefHash() {
	}

	/** The hash in hexadecimal, 64 digits in lower case. */
	public static String of(Brief brief) {
		String canonical = Stream
			.of(brief.language(), brief.businessName(), brief.vision(), brief.mission(), brief.targetAudience(),
					brief.differentiation(), brief.valueProposition(), brief.sector(),
					String.valueOf(brief.completeness()), String.valueOf(brief.confidence()),
					String.join(",", brief.inferred()))
			.map(BriefHash::field)
			.collect(Collectors.joining()) + ((brief.location() != null) ? field(brief.location()) : "-");
		return Sha256.ofBytes(canonical.getBytes(StandardCharsets.UTF_8));
	}

	private static String field(String value) {
		return value.getBytes(StandardCharsets.UTF_8).length + ":" + value;
	}

}
