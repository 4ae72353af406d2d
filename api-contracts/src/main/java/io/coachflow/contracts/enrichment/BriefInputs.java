package io.coachflow.contracts.enrichment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What a session said, as far as it can be told from its brief, by which briefs are
 * compared. An inferred name or sector is another value than the same one that was told.
 * Texts are compared by their digests.
 */
public final class BriefInputs {

	/** City and country, which a brief joins. */
	private static final String LOCATION = "location";

	private static final int DIGEST_BYTES = 12;

	private BriefInputs() {
	}

	/** The digest of each answer and fact by its id, and the location as it is. */
	public static Map<String, String> of(Brief brief) {
		Map<String, String> inputs = new TreeMap<>();
		inputs.put(SessionInput.VISION.id(), digest(brief.vision()));
		inputs.put(SessionInput.MISSION.id(), digest(brief.mission()));
		inputs.put(SessionInput.CLIENTELE.id(), digest(brief.targetAudience()));
		inputs.put(SessionInput.DIFFERENTIATION.id(), digest(brief.differentiation()));
		inputs.put(SessionInput.OFFRE.id(), digest(brief.valueProposition()));
		inputs.put(SessionInput.BUSINESS_NAME.id(), said(brief, SessionInput.BUSINESS_NAME, brief.businessName()));
		inputs.put(SessionInput.SECTOR.id(), said(brief, SessionInput.SECTOR, brief.sector()));
		inputs.put(LOCATION, Objects.requireNonNullElse(brief.location(), ""));
		return Collections.unmodifiableMap(inputs);
	}

	/**
	 * The answers and facts behind inputs that differ.
	 * @param before some inputs as they were
	 * @param now all inputs as they are
	 */
	public static Set<SessionInput> changed(Map<String, String> before, Map<String, String> now) {
		Set<SessionInput> changed = EnumSet.noneOf(SessionInput.class);
		for (SessionInput input : SessionInput.values()) {
			String was = before.get(input.id());
			if (was != null && !was.equals(now.get(input.id()))) {
				changed.add(input);
			}
		}
		changed.addAll(moved(before.get(LOCATION), now.getOrDefault(LOCATION, "")));
		return changed;
	}

	/** Both, where the joined texts do not tell which of them changed. */
	private static Set<SessionInput> moved(@Nullable String before, String now) {
		if (before == null || before.equals(now)) {
			return Set.of();
		}
		int then = before.lastIndexOf(", ");
		int here = now.lastIndexOf(", ");
		if (then >= 0 && here >= 0 && before.substring(then).equals(now.substring(here))) {
			return Set.of(SessionInput.CITY);
		}
		if (then >= 0 && here >= 0 && before.substring(0, then).equals(now.substring(0, here))) {
			return Set.of(SessionInput.COUNTRY);
		}
		return EnumSet.of(SessionInput.CITY, SessionInput.COUNTRY);
	}

	private static String said(Brief brief, SessionInput fact, String value) {
		return digest(value) + (brief.inferred().contains(fact.id()) ? "?" : "");
	}

	private static String digest(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
