package io.coachflow.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.FutureTask;

import io.coachflow.benchmarks.load.CommitToReader;
import io.coachflow.benchmarks.load.Latency;
import io.coachflow.benchmarks.load.Ledger;
import io.coachflow.benchmarks.load.ReaderProbe;
import io.coachflow.benchmarks.report.ReaderDelay;
import io.coachflow.benchmarks.servers.ApiConnection;
import io.coachflow.benchmarks.servers.ApiConnection.Answer;
import io.coachflow.benchmarks.servers.Servers;
import io.lettuce.core.api.StatefulRedisConnection;

/**
 * Part f: how long readers are behind, by the service's timer and from outside.
 */
final class ReaderPhase {

	private final Servers servers;

	private final Service service;

	private final Plan plan;

	private final Progress progress;

	ReaderPhase(Servers servers, Service service, Plan plan, Progress progress) {
		this.servers = servers;
		this.service = service;
		this.plan = plan;
		this.progress = progress;
	}

	/**
	 * Probes beside other load.
	 * @param stepsPerSecond of that load, 0 for none
	 */
	ReaderDelay measure(double stepsPerSecond) throws Exception {
		long before = this.service.head();
		CommitToReader timerBefore = timer();
		FutureTask<Boolean> load = new FutureTask<>(() -> {
			this.service.load().open(Plan.CONNECTIONS, this.plan.probe(), stepsPerSecond);
			return true;
		});
		Ledger ledger = new Ledger();
		Latency shown;
		try (StatefulRedisConnection<String, String> redis = this.servers.redis().connect()) {
			ReaderProbe probe = this.service.probe(redis);
			if (stepsPerSecond > 0) {
				Thread.ofPlatform().daemon().start(load);
			}
			shown = probe.measure(this.plan.probe());
			if (stepsPerSecond > 0) {
				load.get();
			}
			ledger.add(probe.ledger());
		}
		CommitToReader timer = timer().since(timerBefore);
		ledger.add(this.service.load().takeLedger());
		this.service.check("commit to reader", before, ledger);
		ReaderDelay delay = new ReaderDelay(stepsPerSecond, shown, timer.millis(50), timer.millis(99));
		this.progress.say("commit to reader beside %,.0f steps/s: p99 %.1f ms from outside, by the timer %s"
			.formatted(stepsPerSecond, shown.p99(), delay.p99().isEmpty() ? "nothing (there is none)" : delay.p99()));
		return delay;
	}

	private CommitToReader timer() throws IOException {
		try (ApiConnection connection = this.service.coachflow().connect()) {
			Answer answer = connection.get("/actuator/prometheus", this.servers.issuer().admin());
			if (answer.status() != 200) {
				throw new IOException("/actuator/prometheus: " + answer.status());
			}
			return CommitToReader.parse(new String(answer.body(), StandardCharsets.UTF_8));
		}
	}

}
