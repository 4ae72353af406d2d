package io.coachflow.command.guidance;

/**
 * The rules as they run, for tests elsewhere.
 */
public final class SectorInferences {

	public static final SectorInference SCRIPTED = new SectorInference();

	private SectorInferences() {
	}

}
