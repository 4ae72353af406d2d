package io.coachflow.query.search;

import java.security.Principal;
import java.util.List;

import io.coachflow.contracts.rest.FoundSession;
import io.coachflow.contracts.rest.FoundSessions;
import io.coachflow.query.access.AccessLog;
import io.coachflow.query.paging.Pages;
import io.coachflow.query.paging.SessionCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController implements SearchApi {

	private final SessionSearch search;

	private final AccessLog accesses;

	SearchController(SessionSearch search, AccessLog accesses) {
		this.search = search;
		this.accesses = accesses;
	}

	@Override
	public FoundSessions find(@Nullable String user, @Nullable String status, @Nullable String step,
			@Nullable String sector, @Nullable String startedFrom, @Nullable String startedTo, @Nullable String q,
			int limit, @Nullable String cursor, Principal caller) {
		Pages.requireLimit(limit);
		Wanted wanted = Wanted.of(user, status, step, sector, startedFrom, startedTo, q);
		SessionCursor after = (cursor != null) ? SessionCursor.parse(cursor) : null;
		this.accesses.record(caller.getName(), null, "find");
		List<FoundSession> found = this.search.find(wanted, after, limit + 1);
		List<FoundSession> page = Pages.page(found, limit);
		return new FoundSessions(page, (found.size() > limit) ? cursor(page.getLast()) : null);
	}

	private static String cursor(FoundSession last) {
		return new SessionCursor(last.startedAt(), last.sessionId()).text();
	}

}
