package io.coachflow.query.businesspackage;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.AgentTransition;
import io.coachflow.query.session.SessionAccess;
import io.coachflow.query.sse.EventStreamWriter;
import io.coachflow.query.view.ViewLog;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Streams the changes of a package to clients until all agents are settled.
 */
@Component
class PackageStreams {

	private final ViewLog<BusinessPackageEvent, PackageView> log;

	private final PackageSignals signals;

	private final SessionAccess sessions;

	private final StreamProperties properties;

	private final JsonMapper mapper;

	PackageStreams(ViewLog<BusinessPackageEvent, PackageView> log, PackageSignals signals, SessionAccess sessions,
			StreamProperties properties, JsonMapper mapper) {
		this.log = log;
		this.signals = signals;
		this.sessions = sessions;
		this.properties = properties;
		this.mapper = mapper;
	}

	/**
	 * Opens a stream. Whatever can be refused is refused here, before the response
	 * begins.
	 * @param lastSent the sequence of the last event that the client has; -1 for none
	 * @throws ApiException if the package has no event with that sequence
	 */
	PackageStream open(String sessionId, long lastSent) {
		PackageStream stream = new PackageStream(sessionId, lastSent);
		stream.advance();
		if (lastSent > stream.reader.sequence()) {
			throw new ApiException(ErrorCode.INVALID_REQUEST,
					"Last-Event-ID names no event of this package. Leave it out to begin at the beginning.");
		}
		return stream;
	}

	final class PackageStream {

		private final String sessionId;

		private final long lastSent;

		private final PackageReader reader;

		private final List<AgentTransition> unsent = new ArrayList<>();

		private PackageStream(String sessionId, long lastSent) {
			this.sessionId = sessionId;
			this.lastSent = lastSent;
			this.reader = new PackageReader(lastSent);
		}

		/** Whether the package is settled and the client has its last event. */
		boolean isOver() {
			return this.reader.settled().filter((view) -> view.sequence() == this.lastSent).isPresent();
		}

		/**
		 * Writes until the package is settled, its session is deleted or the time is up.
		 * @throws IOException if the client disconnected
		 */
		void writeTo(EventStreamWriter out) throws IOException, InterruptedException {
			long deadline = System.nanoTime() + PackageStreams.this.properties.limit().toNanos();
			long heartbeat = PackageStreams.this.properties.heartbeat().toNanos();
			out.open();
			try (PackageSignals.Watch watch = PackageStreams.this.signals.watch(this.sessionId)) {
				while (sendNews(out) && PackageStreams.this.signals.isRunning()) {
					long remaining = deadline - System.nanoTime();
					if (remaining <= 0) {
						return;
					}
					if (!watch.await(Duration.ofNanos(Math.min(heartbeat, remaining)))) {
						out.sendOrBeat();
					}
					if (!PackageStreams.this.sessions.exists(this.sessionId)) {
						return;
					}
				}
			}
		}

		/** Sends what is new, and returns whether more is to come. */
		private boolean sendNews(EventStreamWriter out) throws IOException {
			advance();
			for (AgentTransition it : this.unsent) {
				out.add(Long.toString(it.sequence()), "agent", json(it));
			}
			boolean anything = !this.unsent.isEmpty();
			this.unsent.clear();
			this.reader.settled()
				.ifPresent((view) -> out.add(Long.toString(view.sequence()), "package", json(view.response())));
			if (anything || this.reader.settled().isPresent()) {
				out.sendOrBeat();
			}
			return this.reader.settled().isEmpty();
		}

		private String json(Object data) {
			return PackageStreams.this.mapper.writeValueAsString(data);
		}

		private void advance() {
			this.unsent.addAll(this.reader.read(PackageStreams.this.log.after(this.sessionId, this.reader.sequence())));
		}

	}

}
