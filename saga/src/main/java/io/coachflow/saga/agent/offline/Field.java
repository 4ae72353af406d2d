package io.coachflow.saga.agent.offline;

import io.coachflow.contracts.enrichment.Brief;

/**
 * The five answers of a brief, in the order of the steps.
 */
enum Field {

	VISION(1), MISSION(4), AUDIENCE(1), DIFFERENCE(2), OFFER(4);

	/** How much a word of the answer tells about what is sold. */
	final int weight;

	Field(int weight) {
		this.weight = weight;
	}

	String of(Brief brief) {
		return switch (this) {
			case VISION -> brief.vision();
			case MISSION -> brief.mission();
			case AUDIENCE -> brief.targetAudience();
			case DIFFERENCE -> brief.differentiation();
			case OFFER -> brief.valueProposition();
		};
	}

}
