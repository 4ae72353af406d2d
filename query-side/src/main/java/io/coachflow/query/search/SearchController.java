package io.coachflow.query.search;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.coachflow.contracts.rest.FoundSession;
import io.coachflow.contracts.rest.FoundSessions;
import io.coachflow.query.access.AccessLog;
import io.coachflow.query.paging.Page;
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
		Page<FoundSession> page = Page.read(limit,
				(most) -> this.search.find(SearchCriteria.of(user, status, step, sector, startedFrom, startedTo, q),
						(cursor != null) ? SessionCursor.parse(cursor) : null, most),
				(last) -> new SessionCursor(last.startedAt(), last.sessionId()).text());
		this.accesses.record(caller.getName(), null, "find",
				asked(user, status, step, sector, startedFrom, startedTo, q, cursor),
				page.entries().stream().map(FoundSession::sessionId).toList());
		return new FoundSessions(page.entries(), page.nextCursor());
	}

	/** The parameters as they were sent, by name. */
	private static Map<String, String> asked(@Nullable String... values) {
		Map<String, String> asked = new LinkedHashMap<>();
		List<String> names = List.of("user", "status", "step", "sector", "started_from", "started_to", "q", "cursor");
		for (int i = 0; i < names.size(); i++) {
			String value = values[i];
			if (value != null) {
				asked.put(names.get(i), value);
			}
		}
		return asked;
	}

}
