package io.coachflow.query.feed;

import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.query.access.AccessLog;
import io.coachflow.query.access.CallerScopes;
import io.coachflow.query.feed.FeedStreams.Batch;
import io.coachflow.query.sse.EventStreamWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
class FeedController implements FeedApi {

	private static final Logger logger = LoggerFactory.getLogger(FeedController.class);

	private static final int MAX_LIMIT = 1_000;

	private static final int MAX_WAIT = 30;

	private static final List<MediaType> BATCHES = List.of(MediaType.parseMediaType(BATCH), MediaType.APPLICATION_JSON);

	private final FeedStreams streams;

	private final CallerScopes scopes;

	private final AccessLog accesses;

	private final JsonMapper mapper;

	private final AsyncApiDocument document;

	FeedController(FeedStreams streams, CallerScopes scopes, AccessLog accesses, JsonMapper mapper,
			AsyncApiDocument document) {
		this.streams = streams;
		this.scopes = scopes;
		this.accesses = accesses;
		this.document = document;
		this.mapper = mapper;
	}

	@Override
	public void events(@Nullable String after, int limit, int wait, @Nullable List<String> type,
			@Nullable String sessionId, @Nullable String event, @Nullable String lastEventId, Principal caller,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean asStream = wantsStream(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
		if (limit < 1 || limit > MAX_LIMIT || wait < 0 || wait > MAX_WAIT) {
			throw new ApiException(ErrorCode.INVALID_REQUEST,
					"limit lies between 1 and " + MAX_LIMIT + ", wait between 0 and " + MAX_WAIT + " seconds.");
		}
		// A client that reconnects by itself sends the later one in the header
		long position = FeedCursor.position((lastEventId != null && !lastEventId.isBlank()) ? lastEventId : after);
		FeedFilter filter = FeedFilter.of(type, sessionId);
		EventNames names = EventNames.named(event);
		boolean headOnly = HttpMethod.HEAD.matches(request.getMethod());
		Reading reading = new Reading(caller.getName(), filter, this.scopes.has(CallerScopes.AUDIT));
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		if (asStream) {
			this.streams.reached(position);
			EventStreamWriter.announce(response);
			if (!headOnly) {
				stream(position, reading, names, response);
			}
			return;
		}
		Batch batch = this.streams.batch(position, filter, reading.forAuditor(), limit,
				headOnly ? Duration.ZERO : Duration.ofSeconds(wait));
		record(reading, FeedCursor.at(position), batch.cursor(), batch.events());
		response.setContentType(BATCH);
		response.setHeader(NEXT_CURSOR, batch.cursor());
		this.mapper.writeValue(response.getOutputStream(), batch.events());
	}

	/** Who reads, which events, and whether they include what people wrote. */
	private record Reading(String reader, FeedFilter filter, boolean forAuditor) {
	}

	private void stream(long position, Reading reading, EventNames names, HttpServletResponse response)
			throws IOException {
		this.streams.enter();
		try {
			if (reading.forAuditor()) {
				this.accesses.record(reading.reader(), reading.filter().sessionId(), "follow",
						asked(reading, FeedCursor.at(position), null), List.of());
			}
			this.streams.write(new EventStreamWriter(response.getOutputStream()), position, reading.filter(),
					reading.forAuditor(), names, this.scopes.validUntil(),
					(after, through, events) -> record(reading, after, through, events));
		}
		catch (IOException ex) {
			logger.debug("The consumer disconnected, or did not read in time", ex);
		}
		catch (InterruptedException _) {
			// The application is stopping; the consumer reconnects with its cursor
			logger.debug("A consumer's stream ends");
		}
		finally {
			this.streams.leave();
		}
	}

	/**
	 * Records which sessions' texts an auditor is about to get. Other consumers get none.
	 */
	private void record(Reading reading, String after, String through, List<CloudEvent> events) {
		if (reading.forAuditor()) {
			this.accesses.record(reading.reader(), reading.filter().sessionId(), "events",
					asked(reading, after, through),
					events.stream().map(CloudEvent::subject).collect(Collectors.toCollection(LinkedHashSet::new)));
		}
	}

	private static Map<String, Object> asked(Reading reading, String after, @Nullable String through) {
		Map<String, Object> asked = new LinkedHashMap<>(reading.filter().asked());
		asked.put("after", after);
		if (through != null) {
			asked.put("through", through);
		}
		return asked;
	}

	@Override
	public JsonNode asyncApi(HttpServletRequest request) {
		return this.document.asServedTo(request);
	}

	@Override
	public ResponseEntity<Resource> schema(String type) {
		Resource schema = new ClassPathResource("schemas/events/" + type + ".json");
		if (!type.matches("io\\.coachflow\\.[a-z.-]+\\.v\\d+") || !schema.exists()) {
			throw new ApiException(ErrorCode.NOT_FOUND, UNKNOWN_TYPE);
		}
		return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/schema+json")).body(schema);
	}

	/**
	 * Whether the client prefers the stream to batches.
	 * @throws ApiException if it accepts neither
	 */
	private static boolean wantsStream(List<String> accept) {
		List<MediaType> accepted;
		try {
			accepted = MediaType.parseMediaTypes(accept);
		}
		catch (InvalidMediaTypeException _) {
			throw notAcceptable();
		}
		if (accepted.isEmpty()) {
			return false;
		}
		MimeTypeUtils.sortBySpecificity(accepted);
		for (MediaType type : accepted) {
			if (BATCHES.stream().anyMatch(type::includes)) {
				return false;
			}
			if (type.includes(MediaType.TEXT_EVENT_STREAM)) {
				return true;
			}
		}
		throw notAcceptable();
	}

	private static ApiException notAcceptable() {
		return new ApiException(ErrorCode.NOT_ACCEPTABLE,
				"The stream is to be had as " + BATCH + " or as " + MediaType.TEXT_EVENT_STREAM_VALUE + ".");
	}

}
