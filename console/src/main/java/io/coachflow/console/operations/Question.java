package io.coachflow.console.operations;

/**
 * What an operator can do, each asked a second time before it is done.
 */
enum Question {

	REBUILD("rebuild", true),

	CONFIRM("confirm", true),

	ROLL_BACK("rollback", true),

	RETRY("retry", false),

	DISCARD("discard", false);

	private final String id;

	private final boolean aboutProjection;

	Question(String id, boolean aboutProjection) {
		this.id = id;
		this.aboutProjection = aboutProjection;
	}

	/** The name in messages and in the API. */
	public String id() {
		return this.id;
	}

	/** Whether it is about a projection, else about dead letters. */
	public boolean isAboutProjection() {
		return this.aboutProjection;
	}

}
