package io.coachflow.query.sessionlist;

import java.security.Principal;
import java.util.List;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.SessionPage;
import io.coachflow.contracts.rest.SessionSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SessionListController implements SessionListApi {

	private static final int MAX_LIMIT = 100;

	private final SessionList sessions;

	SessionListController(SessionList sessions) {
		this.sessions = sessions;
	}

	@Override
	public SessionPage sessions(int limit, @Nullable String cursor, Principal caller) throws InterruptedException {
		if (limit < 1 || limit > MAX_LIMIT) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, "limit lies between 1 and " + MAX_LIMIT + ".");
		}
		List<SessionSummary> found = this.sessions.page(caller.getName(),
				(cursor != null) ? Cursor.parse(cursor) : null, limit + 1);
		boolean more = found.size() > limit;
		List<SessionSummary> page = more ? found.subList(0, limit) : found;
		return new SessionPage(page, more ? Cursor.after(page.getLast()).text() : null);
	}

}
