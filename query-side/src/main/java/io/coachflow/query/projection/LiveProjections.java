package io.coachflow.query.projection;

import org.springframework.stereotype.Component;

/**
 * The progress of the live read models.
 */
@Component
public class LiveProjections {

	private final LiveSlots slots;

	private final ProjectionTokens tokens;

	private final DeadLetterTable deadLetters;

	LiveProjections(LiveSlots slots, ProjectionTokens tokens, DeadLetterTable deadLetters) {
		this.slots = slots;
		this.tokens = tokens;
		this.deadLetters = deadLetters;
	}

	/** The position up to which the read model has every event, dead letters apart. */
	public long position(String readModel) {
		return this.tokens.of(processor(readModel)).position();
	}

	/** Whether events of that session or package wait as dead letters. */
	public boolean isParked(String readModel, String aggregateId) {
		return this.deadLetters.holds(processor(readModel), aggregateId);
	}

	private String processor(String readModel) {
		return this.slots.live(readModel).of(readModel);
	}

}
