package io.coachflow.query.sessionlist;

import java.security.Principal;

import io.coachflow.contracts.rest.SessionPage;
import io.coachflow.contracts.rest.SessionSummary;
import io.coachflow.query.paging.Page;
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
	public SessionPage sessions(int limit, @Nullable String cursor, @Nullable String status, @Nullable String q,
			Principal caller) {
		SessionFilter wanted = SessionFilter.of(status, q);
		SessionCursor after = (cursor != null) ? SessionCursor.parse(cursor, wanted.mark()) : null;
		Page<SessionSummary> page = Page.read(limit,
				(most) -> this.sessions.page(caller.getName(), wanted, after, most),
				(last) -> new SessionCursor(last.startedAt(), last.sessionId()).text(wanted.mark()));
		return new SessionPage(page.entries(), page.nextCursor());
	}

}
