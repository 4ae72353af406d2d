package io.coachflow.eventlog.texts;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.coachflow.contracts.session.GuidanceTexts;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts in the log, as far as this node has read or written them. A committed text
 * never changes, so a cached one stays right.
 */
public class RecordedTexts {

	private static final Logger logger = LoggerFactory.getLogger(RecordedTexts.class);

	/** Some hundreds for each version of the catalogue, of about 1 KB. */
	private static final int MAX_TEXTS = 10_000;

	private static final ScopedValue<Boolean> REHEARSAL = ScopedValue.newInstance();

	private final TextLog log;

	private final Executor recorder;

	private final Cache<String, GuidanceTexts> texts = Caffeine.newBuilder().maximumSize(MAX_TEXTS).build();

	private final Cache<GuidanceTexts, String> digests = Caffeine.newBuilder().maximumSize(MAX_TEXTS).build();

	private final Set<GuidanceTexts> underway = ConcurrentHashMap.newKeySet();

	/**
	 * Reads and writes through the event store.
	 * @param events first asked for when a text is needed
	 * @param recorder runs what writes a text into the log
	 */
	public RecordedTexts(Supplier<EventStore> events, Executor recorder) {
		this.log = new TextLog(events);
		this.recorder = recorder;
	}

	/**
	 * The digest by which an event may name the texts; empty if this node does not know
	 * yet that they are in the log. Then it writes them, without delaying the caller.
	 */
	public Optional<String> digestOf(GuidanceTexts wanted) {
		String digest = this.digests.getIfPresent(wanted);
		if (digest == null && !REHEARSAL.isBound() && this.underway.add(wanted)) {
			startToRecord(wanted);
		}
		return Optional.ofNullable(digest);
	}

	private void startToRecord(GuidanceTexts wanted) {
		try {
			this.recorder.execute(() -> record(wanted));
		}
		catch (RejectedExecutionException ex) {
			this.underway.remove(wanted);
			logger.debug("A text was not written into the log; its next use tries again", ex);
		}
	}

	/**
	 * Runs something that writes no event, so that no text of it belongs into the log.
	 */
	public void rehearse(Runnable work) {
		ScopedValue.where(REHEARSAL, true).run(work);
	}

	/** The texts of that digest; empty if the log does not hold them. */
	public Optional<GuidanceTexts> find(String digest) {
		GuidanceTexts known = this.texts.getIfPresent(digest);
		if (known != null) {
			return Optional.of(known);
		}
		// Two threads may read the same: no thread waits for another, which may wait for
		// the connection of this one
		Optional<GuidanceTexts> read = this.log.read(digest);
		read.ifPresent((found) -> remember(digest, found));
		return read;
	}

	/** The texts of that digest. */
	GuidanceTexts require(String digest) {
		return find(digest).orElseThrow(() -> new MissingTextsException(digest));
	}

	/**
	 * If it fails, the next event that has the texts tries again, and says them in full.
	 */
	private void record(GuidanceTexts wanted) {
		try {
			String digest = wanted.digest();
			if (this.log.read(digest).isEmpty()) {
				this.log.append(digest, wanted);
			}
			remember(digest, wanted);
		}
		catch (RuntimeException ex) {
			logger.debug("A text was not written into the log; its next use tries again", ex);
		}
		finally {
			this.underway.remove(wanted);
		}
	}

	private void remember(String digest, GuidanceTexts committed) {
		this.texts.put(digest, committed);
		this.digests.put(committed, digest);
	}

}
