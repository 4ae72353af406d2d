package io.coachflow.query.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.coachflow.eventlog.integrity.IntegrityViolation;
import io.coachflow.eventlog.integrity.StoredEvent;
import io.coachflow.eventlog.integrity.TextEvents;

/**
 * Checks that the texts that a session's events name are in the log as they were written.
 */
final class NamedTexts {

	private final BiConsumer<String, Consumer<StoredEvent>> log;

	/** The first sequence that names each digest, in their order. */
	private final Map<String, Long> named = new LinkedHashMap<>();

	/**
	 * Checks against a log.
	 * @param log passes on the events of an id
	 */
	NamedTexts(BiConsumer<String, Consumer<StoredEvent>> log) {
		this.log = log;
	}

	void follow(StoredEvent event) {
		TextEvents.namedBy(event).ifPresent((digest) -> this.named.putIfAbsent(digest, event.sequence()));
	}

	/** The flaw with the lowest sequence. */
	Optional<IntegrityViolation> firstFlaw() {
		return this.named.entrySet().stream().flatMap((it) -> flaw(it.getKey(), it.getValue()).stream()).findFirst();
	}

	private Optional<IntegrityViolation> flaw(String digest, long sequence) {
		List<StoredEvent> texts = new ArrayList<>();
		this.log.accept(digest, texts::add);
		if (texts.isEmpty()) {
			return Optional.of(new IntegrityViolation(IntegrityViolation.Kind.MISSING, sequence,
					"Sequence " + sequence + " names texts that are missing, with the digest " + digest + "."));
		}
		boolean asNamed = texts.stream().allMatch((it) -> TextEvents.hold(it) && TextEvents.areAsNamed(it));
		return asNamed ? Optional.empty() : Optional.of(new IntegrityViolation(IntegrityViolation.Kind.CHANGED,
				sequence, "Sequence " + sequence + " names texts that were changed, with the digest " + digest + "."));
	}

}
