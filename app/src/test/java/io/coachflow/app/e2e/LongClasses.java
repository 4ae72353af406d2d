package io.coachflow.app.e2e;

/**
 * Test classes of most of a minute begin first, so that none runs alone at the end.
 */
final class LongClasses {

	static final int FIRST = 1;

	private LongClasses() {
	}

}
