package io.coachflow.command.businesspackage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.AgentState;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.RegenerateAgent;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.Report;
import io.coachflow.contracts.enrichment.BusinessPackageCommand.SucceedAgent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentFailed;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentRequested;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.AgentSucceeded;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.OfAgent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.PackageCompleted;
import io.coachflow.contracts.enrichment.BusinessPackageEvent.ResultIgnored;
import io.coachflow.contracts.enrichment.PackageStatus;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packages under random reports, in random order and with repetitions.
 */
class PackagePropertyTests {

	/** A command to a package; a regeneration if there is no report. */
	record Asked(Agent agent, String what, int generation, int attempt) {

		List<BusinessPackageEvent> of(PackageState state) {
			return switch (this.what) {
				case "regenerate" ->
					PackageDecider.regenerate(state, new RegenerateAgent(Packages.ID, this.agent, "ada"));
				default -> PackageDecider.report(state, report());
			};
		}

		Report report() {
			return switch (this.what) {
				case "start" -> Packages.start(this.agent, this.generation, this.attempt);
				case "delay" -> Packages.delay(this.agent, this.generation, this.attempt);
				case "succeed" -> Packages.succeed(this.agent, this.generation, this.attempt);
				case "fail" -> Packages.fail(this.agent, this.generation, this.attempt);
				default -> throw new IllegalArgumentException(this.what);
			};
		}

		boolean reportsAnEnd() {
			return this.what.equals("succeed") || this.what.equals("fail");
		}

	}

	@Provide
	Arbitrary<List<Asked>> requests() {
		return Combinators
			.combine(Arbitraries.of(Agent.class),
					Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just("start")),
							Tuple.of(1, Arbitraries.just("delay")), Tuple.of(4, Arbitraries.just("succeed")),
							Tuple.of(2, Arbitraries.just("fail")), Tuple.of(1, Arbitraries.just("regenerate"))),
					Arbitraries.integers().between(1, 3), Arbitraries.integers().between(1, 4))
			.as(Asked::new)
			.list()
			.ofMaxSize(60);
	}

	@Property(tries = 2000)
	void anAgentEndsOnceInEachGenerationAndThePackageOnceInEachRound(@ForAll("requests") List<Asked> requests) {
		List<BusinessPackageEvent> history = history(requests);

		Set<List<Object>> ended = new HashSet<>();
		Map<Agent, Integer> generations = new HashMap<>();
		Set<Agent> open = new HashSet<>(Set.of(Agent.values()));
		boolean completed = false;
		for (BusinessPackageEvent event : history.subList(1, history.size())) {
			if (event instanceof AgentSucceeded || event instanceof AgentFailed) {
				OfAgent end = (OfAgent) event;
				assertThat(completed).as("a result after the end, without a new request").isFalse();
				assertThat(ended.add(List.of(end.agent(), end.generation()))).as("%s ended twice", end).isTrue();
				assertThat(end.generation()).isEqualTo(generations.getOrDefault(end.agent(), 1));
				open.remove(end.agent());
			}
			else if (event instanceof AgentRequested it) {
				assertThat(it.generation()).isEqualTo(generations.merge(it.agent(), 2, (old, _) -> old + 1));
				assertThat(open.add(it.agent())).isTrue();
				completed = false;
			}
			else if (event instanceof PackageCompleted it) {
				assertThat(completed).isFalse();
				assertThat(open).isEmpty();
				assertThat(it.status()).isNotEqualTo(PackageStatus.RUNNING);
				completed = true;
			}
		}
		assertThat(completed).as("completed as soon as all have ended").isEqualTo(open.isEmpty());
	}

	@Property(tries = 2000)
	void noEndIsLostWithoutARecord(@ForAll("requests") List<Asked> requests) {
		PackageState state = Packages.after(List.of(Packages.requested()));
		for (Asked asked : requests) {
			AgentGeneration agent = state.agent(asked.agent());
			boolean known = asked.generation() <= agent.generation();
			List<BusinessPackageEvent> events = asked.of(state);
			PackageState next = after(state, events);
			if (asked.reportsAnEnd() && known) {
				if (agent.wants(asked.generation())) {
					assertThat(next.agent(asked.agent()).state())
						.isEqualTo((asked.report() instanceof SucceedAgent) ? AgentState.SUCCEEDED : AgentState.FAILED);
				}
				else {
					String reason = (asked.generation() < agent.generation()) ? ResultIgnored.LATE
							: ResultIgnored.DOUBLE;
					assertThat(next.ignored())
						.contains(new PackageState.Ignored(asked.agent(), asked.generation(), asked.attempt(), reason));
				}
			}
			state = next;
		}
	}

	@Property(tries = 1000)
	void whatIsAskedTwiceHappensOnce(@ForAll("requests") List<Asked> requests) {
		PackageState state = Packages.after(List.of(Packages.requested()));
		for (Asked asked : requests) {
			state = after(state, asked.of(state));
			boolean ended = asked.reportsAnEnd() && state.agent(asked.agent()).generation() == asked.generation();
			List<BusinessPackageEvent> again = asked.of(state);
			if (ended) {
				// A sender that repeats its report does not know whether another one came
				// first
				state = after(state, again);
				assertThat(asked.of(state)).isEmpty();
			}
			else {
				assertThat(again).isEmpty();
			}
		}
	}

	@Property(tries = 1000)
	void everySettledPackageSaysWhatItsAgentsCameTo(@ForAll("requests") List<Asked> requests) {
		List<BusinessPackageEvent> history = history(requests);
		PackageState state = Packages.after(history);
		long succeeded = state.agents().values().stream().filter((it) -> it.state() == AgentState.SUCCEEDED).count();
		long settled = state.agents().values().stream().filter((it) -> it.state().isSettled()).count();

		assertThat(state.status()).isEqualTo((settled < 5) ? PackageStatus.RUNNING : (succeeded == 5)
				? PackageStatus.COMPLETE : (succeeded > 0) ? PackageStatus.PARTIAL : PackageStatus.FAILED);
		history.stream()
			.filter(PackageCompleted.class::isInstance)
			.map(PackageCompleted.class::cast)
			.reduce((_, last) -> last)
			.filter((_) -> settled == 5)
			.ifPresent((last) -> assertThat(last.status()).isEqualTo(state.status()));
	}

	private static List<BusinessPackageEvent> history(List<Asked> requests) {
		List<BusinessPackageEvent> history = new ArrayList<>(List.of(Packages.requested()));
		PackageState state = Packages.after(history);
		for (Asked asked : requests) {
			List<BusinessPackageEvent> events = asked.of(state);
			history.addAll(events);
			state = after(state, events);
		}
		return history;
	}

	private static PackageState after(PackageState state, List<BusinessPackageEvent> events) {
		PackageState next = state;
		for (BusinessPackageEvent event : events) {
			next = next.evolve(event, next.sequence() + 1);
		}
		return next;
	}

}
