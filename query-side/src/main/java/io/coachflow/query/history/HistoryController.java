package io.coachflow.query.history;

import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.List;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.AccessPage;
import io.coachflow.contracts.rest.HistoryDiff;
import io.coachflow.contracts.rest.HistoryEvent;
import io.coachflow.contracts.rest.HistoryResponse;
import io.coachflow.contracts.session.SessionIds;
import io.coachflow.eventlog.export.HistoryWriter;
import io.coachflow.eventlog.export.SessionExport;
import io.coachflow.eventlog.read.RawEventReader;
import io.coachflow.query.access.AccessLog;
import io.coachflow.query.access.CallerScopes;
import io.coachflow.query.form.Form;
import io.coachflow.query.history.Histories.Point;
import io.coachflow.query.paging.Page;
import io.coachflow.query.session.SessionAccess;
import io.coachflow.query.session.SessionFold;
import io.coachflow.query.time.Times;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
class HistoryController implements HistoryApi {

	private final Histories histories;

	private final RawEventReader stored;

	private final CallerScopes scopes;

	private final AccessLog accesses;

	private final JsonMapper mapper;

	HistoryController(Histories histories, RawEventReader stored, CallerScopes scopes, AccessLog accesses,
			JsonMapper mapper) {
		this.histories = histories;
		this.stored = stored;
		this.scopes = scopes;
		this.accesses = accesses;
		this.mapper = mapper;
	}

	@Override
	public ResponseEntity<Object> history(String sessionId, @Nullable Long asOfSequence, @Nullable String asOfTime,
			@Nullable String format, Principal caller, HttpServletRequest request) {
		Form form = Form.of(format, request, Form.MARKDOWN);
		Point point = point(asOfSequence, asOfTime);
		permit(sessionId, caller, "history");
		List<HistoryEvent> all = this.histories.ofSession(sessionId, Point.END);
		List<HistoryEvent> events = all.stream()
			.filter((event) -> point.includes(event.sequence(), event.time()))
			.toList();
		SessionFold fold = this.histories.fold(sessionId, point);
		Long last = events.isEmpty() ? null : events.getLast().sequence();
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(form.contentType())
			.varyBy(HttpHeaders.ACCEPT);
		if (form == Form.MARKDOWN) {
			String language = fold.language().orElse("en");
			return answer.header(HttpHeaders.CONTENT_LANGUAGE, language)
				.body(Transcript.of(sessionId, events, language));
		}
		List<HistoryEvent> ofPackage = this.histories.ofPackage(sessionId,
				momentOf(point, events, events.size() == all.size()));
		return answer.body(new HistoryResponse(sessionId, last, fold.asItStood().orElse(null), events, ofPackage));
	}

	@Override
	public HistoryDiff diff(String sessionId, long from, long to, Principal caller) {
		if (from < -1 || to < from) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, WRONG_RANGE);
		}
		permit(sessionId, caller, "diff");
		List<String> between = this.histories.ofSession(sessionId, new Point(to, null))
			.stream()
			.filter((event) -> event.sequence() > from)
			.map(HistoryEvent::name)
			.toList();
		return new HistoryDiff(sessionId, from, to, between,
				HistoryChanges.between(state(sessionId, from), state(sessionId, to)));
	}

	@Override
	public void export(String sessionId, Principal caller, HttpServletResponse response) throws IOException {
		permit(sessionId, caller, "export");
		response.setContentType(HistoryWriter.MEDIA_TYPE);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				"attachment; filename=\"coachflow-session-" + sessionId + ".jsonl\"");
		SessionExport export = new SessionExport(this.stored::ofSession, response.getOutputStream());
		this.stored.ofSession(sessionId, export::write);
		export.end(sessionId, null);
	}

	@Override
	public AccessPage access(@Nullable String sessionId, @Nullable String reader, int limit, @Nullable String cursor) {
		Page<AccessPage.Read> page = Page.read(limit,
				(most) -> this.accesses.page(sessionId, reader, Page.before(cursor), most),
				(read) -> Long.toString(read.id()));
		return new AccessPage(page.entries(), page.nextCursor());
	}

	/**
	 * Checks that the caller is the owner or an auditor. An auditor's read is recorded
	 * first.
	 */
	private void permit(String sessionId, Principal caller, String what) {
		if (!SessionIds.areOfForm(sessionId)) {
			throw SessionAccess.unknown();
		}
		if (this.scopes.has(CallerScopes.AUDIT)) {
			if (this.histories.ofSession(sessionId, Point.END).isEmpty()) {
				throw SessionAccess.unknown();
			}
			this.accesses.record(caller.getName(), sessionId, what);
			return;
		}
		SessionFold session = this.histories.fold(sessionId, Point.END);
		String owner = session.owner().orElseThrow(SessionAccess::unknown);
		SessionAccess.requireOwn(owner, session.deleted(), caller.getName());
	}

	/**
	 * Up to when the package's events are included: up to the last included event of the
	 * session; absent for all, if no event of the session is left out.
	 */
	private static @Nullable Instant momentOf(Point point, List<HistoryEvent> events, boolean isAll) {
		if (point.time() != null) {
			return point.time();
		}
		return isAll ? null : events.isEmpty() ? Instant.EPOCH : events.getLast().time();
	}

	private @Nullable JsonNode state(String sessionId, long sequence) {
		return this.histories.fold(sessionId, new Point(sequence, null))
			.asItStood()
			.<JsonNode>map(this.mapper::valueToTree)
			.orElse(null);
	}

	private static Point point(@Nullable Long sequence, @Nullable String time) {
		if (sequence != null && time != null) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, "Send as_of_sequence or as_of_time, not both.");
		}
		if (sequence != null && sequence < 0) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, NEGATIVE_SEQUENCE);
		}
		return new Point(sequence, Times.moment("as_of_time", time));
	}

}
