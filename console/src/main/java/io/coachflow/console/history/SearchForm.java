package io.coachflow.console.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.coachflow.console.api.ApiPath;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a search, as typed. An absent one matches every session.
 *
 * @param from the first day, in UTC, on which a session may have started
 * @param to the last such day
 */
record SearchForm(@Nullable String user, @Nullable String status, @Nullable String step, @Nullable String sector,
		@Nullable String q, @Nullable String from, @Nullable String to) {

	SearchForm {
		user = given(user);
		status = given(status);
		step = given(step);
		sector = given(sector);
		q = given(q);
		from = given(from);
		to = given(to);
	}

	/** Whether there is any condition. */
	public boolean isGiven() {
		return hasMore() || this.user != null || this.status != null || this.q != null;
	}

	/** Whether there is a condition of those that are folded away. */
	public boolean hasMore() {
		return this.step != null || this.sector != null || this.from != null || this.to != null;
	}

	/** Where the API tells a page of the result. */
	ApiPath path(int limit, @Nullable String cursor) {
		return ApiPath.of("/api/v1/audit/sessions")
			.query("user", this.user)
			.query("status", this.status)
			.query("step", this.step)
			.query("sector", this.sector)
			.query("q", this.q)
			.query("started_from", start(this.from, 0))
			.query("started_to", start(this.to, 1))
			.query("limit", limit)
			.query("cursor", cursor);
	}

	/** Where the console shows a page of the result. */
	String address(String cursor) {
		return new Address("/history").with("user", this.user)
			.with("status", this.status)
			.with("step", this.step)
			.with("sector", this.sector)
			.with("q", this.q)
			.with("from", this.from)
			.with("to", this.to)
			.with("cursor", cursor)
			.toString();
	}

	/** When a day begins; what is no day is left to the API to refuse. */
	private static @Nullable String start(@Nullable String day, int later) {
		try {
			return (day == null) ? null
					: LocalDate.parse(day).plusDays(later).atStartOfDay(ZoneOffset.UTC).toInstant().toString();
		}
		catch (DateTimeException _) {
			return day;
		}
	}

	private static @Nullable String given(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
