package io.coachflow.query.businesspackage;

import java.util.List;
import java.util.Objects;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.enrichment.BusinessPackageEvent;
import io.coachflow.contracts.enrichment.PackageStatus;
import io.coachflow.contracts.rest.AgentView;
import io.coachflow.query.view.ViewLog.Happened;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever happens to a package, in whichever order.
 */
@Label("Whatever happens to a package")
@PropertyDefaults(tries = 500, edgeCases = EdgeCasesMode.NONE)
class PackageViewPropertyTests {

	private static final JsonMapper JSON = new JsonMapper();

	@Property
	void aFoldInTwoPartsThroughAStoreIsTheFold(@ForAll("stories") PackageStory story,
			@ForAll @IntRange(max = 60) int cut) {
		List<Happened<BusinessPackageEvent>> events = story.events();
		int at = Math.min(cut, events.size());

		@Nullable PackageView first = PackageStory.fold(null, events.subList(0, at));
		@Nullable PackageView kept = (first != null) ? JSON.readValue(JSON.writeValueAsString(first), PackageView.class) : null;

		assertThat(PackageStory.fold(kept, events.subList(at, events.size()))).isEqualTo(story.view());
	}

	@Property
	void aResultIsThereSinceAnAgentFirstSucceededAndGenerationsOnlyGrow(@ForAll("stories") PackageStory story) {
		@Nullable PackageView before = null;
		for (Happened<BusinessPackageEvent> it : story.events()) {
			PackageView after = PackageView.after(before, it.event(), it.sequence(), it.time());
			assertThat(after.sequence()).isEqualTo(it.sequence());
			for (Agent agent : Agent.values()) {
				AgentView now = after.agent(agent);
				assertThat(now.result() == null).isEqualTo(now.resultGeneration() == null)
					.isEqualTo(now.receipt() == null)
					.isEqualTo(now.source() == null);
				if (before != null && before.agent(agent).result() != null) {
					assertThat(now.result()).isNotNull();
					assertThat(now.resultGeneration())
						.isGreaterThanOrEqualTo(Objects.requireNonNull(before.agent(agent).resultGeneration()));
				}
				assertThat(now.generation())
					.isGreaterThanOrEqualTo((before != null) ? before.agent(agent).generation() : 1);
			}
			before = after;
		}
	}

	@Property
	void aReaderWhoComesBackMissesNothingAndHearsNothingTwice(@ForAll("stories") PackageStory story,
			@ForAll @IntRange(max = 60) int cut) {
		List<Happened<BusinessPackageEvent>> events = story.events();
		var whole = new PackageReader(-1).read(events);
		long told = whole.isEmpty() ? -1 : whole.get(Math.min(cut, whole.size() - 1)).sequence();

		var rest = new PackageReader(told).read(events);

		assertThat(rest).isEqualTo(whole.stream().filter((it) -> it.sequence() > told).toList());
		assertThat(whole).extracting((it) -> it.sequence()).doesNotHaveDuplicates();
	}

	@Provide
	Arbitrary<PackageStory> stories() {
		Arbitrary<Step> steps = Combinators
			.combine(Arbitraries.integers().between(0, 6), Arbitraries.of(Agent.class),
					Arbitraries.integers().between(1, 3), Arbitraries.integers().between(1, 3))
			.as(Step::new);
		return steps.list().ofMaxSize(60).map((all) -> {
			PackageStory story = PackageStory.requested();
			all.forEach((step) -> step.tell(story));
			return story;
		});
	}

	record Step(int kind, Agent agent, int generation, int attempt) {

		void tell(PackageStory story) {
			switch (this.kind) {
				case 0 -> story.starts(this.agent, this.generation, this.attempt);
				case 1 -> story.delays(this.agent, this.generation, this.attempt);
				case 2 -> story.succeeds(this.agent, this.generation, this.attempt);
				case 3 -> story.fails(this.agent, this.generation, this.attempt);
				case 4 -> story.asksAgain(this.agent, this.generation);
				case 5 -> story.ignores(this.agent, this.generation);
				default -> story.completes(PackageStatus.PARTIAL);
			}
		}

	}

}
