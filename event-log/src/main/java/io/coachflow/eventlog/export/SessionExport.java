package io.coachflow.eventlog.export;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.coachflow.eventlog.integrity.StoredEvent;
import io.coachflow.eventlog.integrity.TextEvents;
import org.jspecify.annotations.Nullable;

/**
 * Writes a session's history and, as histories of their own behind it, the texts that it
 * names, so that the file can be verified and read alone. Leaves the stream open.
 */
public final class SessionExport {

	private final BiConsumer<String, Consumer<StoredEvent>> log;

	private final OutputStream out;

	private final HistoryWriter session;

	private final Set<String> texts = new LinkedHashSet<>();

	/**
	 * Writes to a stream.
	 * @param log passes on the events of an id, to read the texts
	 */
	public SessionExport(BiConsumer<String, Consumer<StoredEvent>> log, OutputStream out) {
		this.log = log;
		this.out = out;
		this.session = new HistoryWriter(out);
	}

	/** Writes the next event of the session. */
	public void write(StoredEvent event) {
		this.session.write(event);
		TextEvents.namedBy(event).ifPresent(this.texts::add);
	}

	/**
	 * Writes the end of the session's history, and the texts.
	 * @param known as for {@link HistoryWriter#endSession}
	 */
	public void end(String sessionId, @Nullable Long known) {
		this.session.endSession(sessionId, known);
		this.texts.forEach(this::write);
	}

	private void write(String digest) {
		List<StoredEvent> events = new ArrayList<>();
		this.log.accept(digest, events::add);
		// The verifier names texts that are not there
		if (!events.isEmpty()) {
			HistoryWriter texts = new HistoryWriter(this.out);
			events.forEach(texts::write);
			texts.endSession(digest, null);
		}
	}

}
