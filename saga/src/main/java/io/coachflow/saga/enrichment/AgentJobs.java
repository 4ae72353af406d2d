package io.coachflow.saga.enrichment;

/**
 * Where jobs are left to be done.
 */
interface AgentJobs {

	/**
	 * Leaves a job to be done as soon as the transaction at hand is committed. One that
	 * is there already stays as it is.
	 */
	void schedule(AgentJob job);

	/**
	 * Has the package's jobs that wait for another attempt run as soon as the transaction
	 * at hand is committed.
	 */
	void hasten(String packageId);

}
