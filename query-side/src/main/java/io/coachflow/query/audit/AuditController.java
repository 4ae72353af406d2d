package io.coachflow.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.security.Principal;
import java.util.function.Function;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.LogVerification;
import io.coachflow.contracts.rest.SessionVerification;
import io.coachflow.contracts.session.SessionIds;
import io.coachflow.eventlog.export.HistoryWriter;
import io.coachflow.eventlog.export.SessionExport;
import io.coachflow.eventlog.read.RawEventReader;
import io.coachflow.query.access.AccessLog;
import io.coachflow.query.sessionlist.KnownSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.exc.JacksonIOException;

@RestController
class AuditController implements AuditApi {

	private final SessionVerifier sessions;

	private final LogVerifier log;

	private final RawEventReader history;

	private final KnownSessions knownSessions;

	private final AccessLog accesses;

	AuditController(SessionVerifier sessions, LogVerifier log, RawEventReader history, KnownSessions knownSessions,
			AccessLog accesses) {
		this.sessions = sessions;
		this.log = log;
		this.history = history;
		this.knownSessions = knownSessions;
		this.accesses = accesses;
	}

	@Override
	public SessionVerification verifySession(String sessionId, Principal caller) {
		requireForm(sessionId);
		this.accesses.record(caller.getName(), sessionId, "verify");
		return this.sessions.verify(sessionId).orElseThrow(AuditController::unknown);
	}

	@Override
	public LogVerification verifyLog(Principal caller) throws InterruptedException {
		this.accesses.record(caller.getName(), null, "verify");
		return this.log.verify();
	}

	@Override
	public void exportSession(String sessionId, Principal caller, HttpServletResponse response) throws IOException {
		requireForm(sessionId);
		this.accesses.record(caller.getName(), sessionId, "export");
		Long known = this.knownSessions.sequenceOf(sessionId).orElse(null);
		Download<SessionExport> download = new Download<>(response, "coachflow-session-" + sessionId,
				(out) -> new SessionExport(this.history::ofSession, out));
		try {
			this.history.ofSession(sessionId, (event) -> download.begun().write(event));
			if (known == null && download.writer == null) {
				throw unknown();
			}
			download.begun().end(sessionId, known);
		}
		catch (JacksonIOException ex) {
			throw ex.getCause();
		}
	}

	@Override
	public void exportLog(Principal caller, HttpServletRequest request, HttpServletResponse response)
			throws IOException, InterruptedException {
		this.accesses.record(caller.getName(), null, "export");
		long through = this.history.lastPosition();
		Download<HistoryWriter> download = new Download<>(response, "coachflow-log-" + through, HistoryWriter::new);
		if (HttpMethod.HEAD.matches(request.getMethod())) {
			// The headers need no read of the log
			download.begun();
			return;
		}
		try {
			this.history.all(through, (event) -> download.begun().write(event));
			download.begun().endLog(this.history.firstPosition(), through);
		}
		catch (JacksonIOException ex) {
			throw ex.getCause();
		}
	}

	private static void requireForm(String sessionId) {
		if (!SessionIds.areOfForm(sessionId)) {
			throw unknown();
		}
	}

	private static ApiException unknown() {
		return new ApiException(ErrorCode.SESSION_NOT_FOUND,
				"There is no such session, and there never was one that the log or the list of sessions knows.");
	}

	/**
	 * Begins the response with the first line, so that a failure before it is answered
	 * with an error.
	 */
	private static final class Download<T> {

		private final HttpServletResponse response;

		private final String name;

		private final Function<OutputStream, T> form;

		private @Nullable T writer;

		Download(HttpServletResponse response, String name, Function<OutputStream, T> form) {
			this.response = response;
			this.name = name;
			this.form = form;
		}

		T begun() {
			T begun = this.writer;
			if (begun == null) {
				this.response.setContentType(HistoryWriter.MEDIA_TYPE);
				this.response.setHeader("Content-Disposition", "attachment; filename=\"" + this.name + ".jsonl\"");
				try {
					begun = this.form.apply(this.response.getOutputStream());
				}
				catch (IOException ex) {
					throw JacksonIOException.construct(ex);
				}
				this.writer = begun;
			}
			return begun;
		}

	}

}
