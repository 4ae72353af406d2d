package io.coachflow.query.sessionlist;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.SessionSummary;
import io.coachflow.query.text.Folded;
import org.jspecify.annotations.Nullable;

/**
 * Which of their sessions owners ask for; an absent condition matches every session.
 *
 * @param name a part of the business's name, {@link Folded#of(String) folded}
 */
record SessionFilter(@Nullable ListedStatus status, @Nullable String name) {

	/** Every session. */
	static final SessionFilter ALL = new SessionFilter(null, null);

	/** What a client reads that asks for too much or too little of a name. */
	static final String WRONG_NAME = "q has 1 to 100 characters, and not accents alone.";

	private static final int MAX_NAME = 100;

	/**
	 * Parses the parameters.
	 * @param q a part of the business's name
	 * @throws ApiException with {@link ErrorCode#INVALID_REQUEST} if one is invalid
	 */
	static SessionFilter of(@Nullable String status, @Nullable String q) {
		return new SessionFilter((status != null) ? ListedStatus.parse(status, ListedStatus.OF_OWNERS) : null,
				(q != null) ? name(q.strip()) : null);
	}

	private static String name(String typed) {
		String name = (typed.codePointCount(0, typed.length()) <= MAX_NAME) ? Folded.of(typed) : "";
		if (name.isEmpty()) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, WRONG_NAME);
		}
		return name;
	}

	/** Whether it matches every session. */
	boolean isAll() {
		return equals(ALL);
	}

	boolean matches(SessionSummary session) {
		return (this.status == null || this.status.shown() == session.status())
				&& matchesName(session.business().name());
	}

	boolean matchesName(@Nullable String businessName) {
		return this.name == null || (businessName != null && Folded.of(businessName).contains(this.name));
	}

	/**
	 * What its cursors carry, so that they are of no use with another filter; empty where
	 * nothing is asked for.
	 */
	String mark() {
		if (isAll()) {
			return "";
		}
		String asked = ((this.status != null) ? this.status.id() : "") + " "
				+ Objects.requireNonNullElse(this.name, "");
		return UUID.nameUUIDFromBytes(asked.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
