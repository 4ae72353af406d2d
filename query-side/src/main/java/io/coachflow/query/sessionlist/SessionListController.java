package io.coachflow.query.sessionlist;

import java.security.Principal;
import java.util.List;

import io.coachflow.contracts.rest.SessionPage;
import io.coachflow.contracts.rest.SessionSummary;
import io.coachflow.query.paging.Pages;
import io.coachflow.query.paging.SessionCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SessionListController implements SessionListApi {

	private final SessionList sessions;

	SessionListController(SessionList sessions) {
		this.sessions = sessions;
	}

	@Override
	public SessionPage sessions(int limit, @Nullable String cursor, Principal caller) {
		Pages.requireLimit(limit);
		List<SessionSummary> found = this.sessions.page(caller.getName(),
				(cursor != null) ? SessionCursor.parse(cursor) : null, limit + 1);
		List<SessionSummary> page = Pages.page(found, limit);
		boolean more = found.size() > limit;
		return new SessionPage(page, more ? cursor(page.getLast()) : null);
	}

	private static String cursor(SessionSummary last) {
		return new SessionCursor(last.startedAt(), last.sessionId()).text();
	}

}
