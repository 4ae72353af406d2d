package io.coachflow.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.coachflow.benchmarks.Versions.Running;
import io.coachflow.benchmarks.eventlog.InsertLimit;
import io.coachflow.benchmarks.load.LoadResult;
import io.coachflow.benchmarks.load.Race;
import io.coachflow.benchmarks.load.Rate;
import io.coachflow.benchmarks.machine.CpuTimes;
import io.coachflow.benchmarks.report.Inserts;
import io.coachflow.benchmarks.report.Peers;
import io.coachflow.benchmarks.report.Round;
import io.coachflow.benchmarks.report.SystemRuns;

/**
 * Systems that are all up, loaded one after the other, round by round; each round ends
 * with the durable inserts that they are compared with.
 */
final class PeerRounds implements AutoCloseable {

	private static final int RACES = 20;

	private final List<Contender> contenders = new ArrayList<>();

	private final List<Inserts> inserts = new ArrayList<>();

	private final Plan plan;

	private final Progress progress;

	PeerRounds(Plan plan, Progress progress) {
		this.plan = plan;
		this.progress = progress;
	}

	/**
	 * Takes over a system that was just started, and ends it in the end; ours is first.
	 */
	void add(String name, Running running, List<Long> curve) {
		this.contenders.add(new Contender(name, running, curve, new ArrayList<>(), new ArrayList<>()));
	}

	Peers measure() throws IOException, InterruptedException, SQLException {
		List<Race.Outcome> races = new ArrayList<>();
		for (Contender contender : this.contenders) {
			this.progress.say("warming up " + contender.name);
			contender.service().closed(Plan.CONNECTIONS, this.plan.comparing().warmUp());
			races.add(contender.service().race(RACES));
		}
		Contender ours = this.contenders.getFirst();
		InsertLimit limit = InsertLimit.like(ours.running.servers().postgres(), ours.service().database());
		for (int round = 0; round < this.plan.comparing().rounds(); round++) {
			for (int turn = 0; turn < this.contenders.size(); turn++) {
				// Each begins once
				load(round + 1, this.contenders.get((round + turn) % this.contenders.size()));
			}
			insert(round + 1, limit, ours.service());
		}
		List<SystemRuns> systems = new ArrayList<>();
		for (int number = 0; number < this.contenders.size(); number++) {
			systems.add(this.contenders.get(number).runs(races.get(number)));
		}
		return new Peers(systems, this.inserts);
	}

	private void load(int number, Contender contender) throws IOException, InterruptedException, SQLException {
		Duration duration = this.plan.comparing().round();
		Round round = contender.service().round(Plan.CONNECTIONS, duration);
		LoadResult single = contender.service().closed(1, duration);
		contender.rounds.add(round);
		contender.single.add(single);
		this.progress.say("round %d, %s: %.2f ms of CPU a step, %,.0f steps/s; alone p50 %.2f ms".formatted(number,
				contender.name, round.load().cpuPerStep().together(), round.load().stepsPerSecond(),
				single.latency().p50()));
		if (round.load().failures() > 0) {
			this.progress.say("%d calls failed: %s".formatted(round.load().failures(), round.load().failure()));
		}
	}

	/** On the server of ours, which stands still meanwhile. */
	private void insert(int number, InsertLimit limit, Service ours) throws SQLException, InterruptedException {
		CpuTimes before = ours.cpu();
		Rate crowd = limit.measure(Plan.CONNECTIONS, this.plan.limit());
		CpuTimes cpu = ours.cpu().since(before);
		Rate single = limit.measure(1, this.plan.limit());
		Inserts measured = new Inserts(crowd, single, cpu,
				Math.round(crowd.perSecond() * this.plan.limit().toSeconds()));
		this.inserts.add(measured);
		this.progress.say("round %d, durable inserts: %.3f ms of CPU each, %,.0f a second; alone p50 %.2f ms"
			.formatted(number, measured.cpuMillis(), crowd.perSecond(), single.latency().p50()));
	}

	@Override
	public void close() {
		this.contenders.forEach((contender) -> contender.running.close());
	}

	private record Contender(String name, Running running, List<Long> curve, List<Round> rounds,
			List<LoadResult> single) {

		Service service() {
			return this.running.service();
		}

		SystemRuns runs(Race.Outcome race) {
			return new SystemRuns(this.name, service().startup(), this.curve, this.rounds, this.single, race.sessions(),
					race.oneRefused());
		}

	}

}
