package io.coachflow.benchmarks.load;

import java.util.ArrayList;
import java.util.List;

/**
 * What callers were told about their steps. One thread writes; merge afterwards.
 */
public final class Ledger {

	private final List<Acknowledged> acknowledged = new ArrayList<>();

	private final List<Unknown> unknown = new ArrayList<>();

	void acknowledge(String session, int step, long sequence) {
		this.acknowledged.add(new Acknowledged(session, step, sequence));
	}

	void lose(String session, int step) {
		this.unknown.add(new Unknown(session, step));
	}

	/** Takes over all entries of another. */
	public void add(Ledger other) {
		this.acknowledged.addAll(other.acknowledged);
		this.unknown.addAll(other.unknown);
	}

	/** Steps that got 200. */
	public List<Acknowledged> acknowledged() {
		return this.acknowledged;
	}

	/**
	 * Steps without an answer, or with one of the server's failures: in the log or not.
	 */
	public List<Unknown> unknown() {
		return this.unknown;
	}

	/**
	 * A step that got 200.
	 *
	 * @param step 0 to 4
	 * @param sequence the session's sequence after it, as the answer said
	 */
	public record Acknowledged(String session, int step, long sequence) {

	}

	/**
	 * A step that may or may not have happened.
	 *
	 * @param step 0 to 4
	 */
	public record Unknown(String session, int step) {

	}

}
