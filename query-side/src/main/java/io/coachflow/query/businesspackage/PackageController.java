package io.coachflow.query.businesspackage;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.Logo;
import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.AgentView;
import io.coachflow.contracts.rest.PackageResponse;
import io.coachflow.query.businesspackage.PackageStreams.PackageStream;
import io.coachflow.query.form.Form;
import io.coachflow.query.packagedocument.FileName;
import io.coachflow.query.packagedocument.PackageDocuments;
import io.coachflow.query.packagedocument.PackageMarkdown;
import io.coachflow.query.session.SessionAccess;
import io.coachflow.query.session.SessionAccess.OwnSession;
import io.coachflow.query.sse.EventStreamWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

// The command side has a controller of that name, too
@RestController("packageViewController")
class PackageController implements PackageApi {

	private static final Logger logger = LoggerFactory.getLogger(PackageController.class);

	private static final String CLOSED = "default-src 'none'; style-src 'none'; frame-ancestors 'none'; sandbox";

	private final SessionAccess sessions;

	private final PackageViews views;

	private final PackageStreams streams;

	private final PackageMarkdown markdown;

	private final PackageDocuments documents;

	PackageController(SessionAccess sessions, PackageViews views, PackageStreams streams, PackageMarkdown markdown,
			PackageDocuments documents) {
		this.sessions = sessions;
		this.views = views;
		this.streams = streams;
		this.markdown = markdown;
		this.documents = documents;
	}

	@Override
	public ResponseEntity<Object> businessPackage(String sessionId, @Nullable String format, Principal caller,
			HttpServletRequest request) throws InterruptedException {
		Form wanted = Form.of(format, request, Form.MARKDOWN, Form.PDF, Form.ZIP);
		OwnSession session = completed(sessionId, caller);
		Optional<PackageView> view = this.views.findSoon(sessionId);
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_LANGUAGE, view.map((it) -> it.brief().language()).orElse(session.language()))
			.contentType(wanted.contentType())
			.varyBy(HttpHeaders.ACCEPT);
		if (view.isPresent()) {
			String tag = "\"" + view.get().sequence() + ((wanted == Form.JSON) ? "\"" : "-" + wanted.id() + "\"");
			answer.eTag(tag);
			if (new ServletWebRequest(request).checkNotModified(tag)) {
				// Spring MVC makes it 304; the document need not be made for that
				return answer.build();
			}
		}
		PackageResponse response = view.map(PackageView::response).orElseGet(() -> PackageResponse.expected(sessionId));
		return switch (wanted) {
			case MARKDOWN -> answer.body(this.markdown.of(response, session.language()));
			case PDF -> file(answer, response, wanted).body(this.documents.pdf(response, session.language()));
			case ZIP -> file(answer, response, wanted).body(this.documents.archive(response, session.language()));
			case JSON, CSV -> answer.body(response);
		};
	}

	private static ResponseEntity.BodyBuilder file(ResponseEntity.BodyBuilder answer, PackageResponse response,
			Form form) {
		return answer.header("X-Content-Type-Options", "nosniff")
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(FileName.of(response, form.id())).build().toString());
	}

	@Override
	public ResponseEntity<String> logo(String sessionId, String n, Principal caller) {
		OwnSession session = completed(sessionId, caller);
		AgentView agent = this.views.find(sessionId)
			.map((view) -> view.agent(Agent.LOGO))
			.orElseGet(AgentView::expected);
		List<Logo.Concept> concepts = (agent.result() instanceof Logo logo) ? logo.concepts() : List.of();
		int index = n.matches("[1-9]") ? Integer.parseInt(n) - 1 : concepts.size();
		if (index >= concepts.size()) {
			throw new ApiException(ErrorCode.NOT_FOUND, "There is no such logo"
					+ (agent.state().isSettled() ? "." : " yet: the agent logo is at work. Try again shortly."));
		}
		return ResponseEntity.ok()
			.eTag(agent.resultGeneration() + "-" + n)
			.header(HttpHeaders.CONTENT_LANGUAGE, session.language())
			.header("Content-Security-Policy", CLOSED)
			.header("X-Content-Type-Options", "nosniff")
			.header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"logo-" + n + ".svg\"")
			.contentType(MediaType.parseMediaType(SVG + ";charset=UTF-8"))
			.body(concepts.get(index).svg());
	}

	@Override
	public void stream(String sessionId, @Nullable String lastEventId, Principal caller, HttpServletRequest request,
			HttpServletResponse response) throws IOException, InterruptedException {
		long lastSent = sequence(lastEventId);
		OwnSession session = completed(sessionId, caller);
		PackageStream stream = this.streams.open(sessionId, lastSent);
		if (stream.isOver()) {
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
			return;
		}
		EventStreamWriter.announce(response);
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, session.language());
		if (request.getMethod().equals("HEAD")) {
			return;
		}
		try {
			stream.writeTo(new EventStreamWriter(response.getOutputStream()));
		}
		catch (IOException ex) {
			logger.debug("The client disconnected", ex);
		}
	}

	private OwnSession completed(String sessionId, Principal caller) {
		OwnSession session = this.sessions.own(sessionId, caller.getName());
		if (!session.completed()) {
			throw new ApiException(ErrorCode.NOT_FOUND, NOT_COMPLETED);
		}
		return session;
	}

	private static long sequence(@Nullable String lastEventId) {
		if (lastEventId == null || lastEventId.isBlank()) {
			return -1;
		}
		if (!lastEventId.matches("\\d{1,18}")) {
			throw new ApiException(ErrorCode.INVALID_REQUEST, UNKNOWN_EVENT_ID);
		}
		return Long.parseLong(lastEventId);
	}

}
