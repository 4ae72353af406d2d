package io.coachflow.query.projection;

import java.util.concurrent.CompletableFuture;

import io.coachflow.query.TestStores;
import io.coachflow.query.projection.ProjectionStates.ProjectionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The states of projections in PostgreSQL, as two nodes see them.
 */
class ProjectionStatesIT {

	private static final String NAME = "session-list";

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private ProjectionStates node;

	private ProjectionStates other;

	@BeforeEach
	void empty() {
		stores.clear("projection");
		this.node = new ProjectionStates(stores.jdbc());
		this.other = new ProjectionStates(stores.jdbc());
		this.node.register(NAME);
		this.other.register(NAME);
		this.other.register("funnel");
	}

	@Test
	void aProjectionIsLiveInTheFirstSlot() {
		assertThat(seen()).isEqualTo(new ProjectionState(NAME, Slot.BLUE, Phase.LIVE, null, null, null, null));
		assertThat(this.node.live(NAME)).isEqualTo(Slot.BLUE);
		assertThat(this.node.live("unheard-of")).isEqualTo(Slot.BLUE);
		assertThat(this.node.state("unheard-of").phase()).isEqualTo(Phase.LIVE);
		assertThat(seen().uses(Slot.BLUE)).isTrue();
		assertThat(seen().uses(Slot.GREEN)).isFalse();
	}

	@Test
	void aRebuildGoesFromStepToStep() {
		assertThat(this.node.request(NAME, "admin")).isTrue();
		assertThat(seen().phase()).isEqualTo(Phase.PREPARING);
		assertThat(seen().requestedBy()).isEqualTo("admin");
		assertThat(seen().requestedAt()).isNotNull();
		assertThat(seen().uses(Slot.GREEN)).isFalse();

		this.node.begin(NAME);
		assertThat(seen().phase()).isEqualTo(Phase.REBUILDING);
		assertThat(seen().begunAt()).isNotNull();
		assertThat(seen().switchedAt()).isNull();
		assertThat(this.other.live(NAME)).isEqualTo(Slot.BLUE);
		assertThat(seen().uses(Slot.GREEN)).isTrue();

		this.node.switchOver(seen());
		assertThat(seen().phase()).isEqualTo(Phase.AWAITING_CONFIRMATION);
		assertThat(seen().switchedAt()).isNotNull();
		assertThat(this.other.live(NAME)).isEqualTo(Slot.GREEN);
		assertThat(seen().uses(Slot.BLUE)).as("The former one is kept up").isTrue();

		assertThat(this.node.confirm(NAME)).isTrue();
		assertThat(seen().phase()).isEqualTo(Phase.LIVE);
		assertThat(this.other.live(NAME)).isEqualTo(Slot.GREEN);
		assertThat(seen().uses(Slot.BLUE)).isFalse();
		assertThat(seen().requestedBy()).as("The last rebuild stays known").isEqualTo("admin");
	}

	@Test
	void theNextRebuildGoesBackToTheFirstSlot() {
		rebuilt();
		this.node.confirm(NAME);
		rebuilt();

		assertThat(seen().live()).isEqualTo(Slot.BLUE);
	}

	@Test
	void askingAgainConfirmsWhatIsLive() {
		rebuilt();

		assertThat(this.node.request(NAME, "another")).isTrue();
		assertThat(seen().live()).isEqualTo(Slot.GREEN);
		assertThat(seen().phase()).isEqualTo(Phase.PREPARING);
		assertThat(seen().requestedBy()).isEqualTo("another");
		assertThat(seen().begunAt()).isNull();
		assertThat(seen().switchedAt()).isNull();
	}

	@Test
	void whatIsUnderWayIsNotAskedForTwice() {
		assertThat(this.node.request(NAME, "admin")).isTrue();
		assertThat(this.other.request(NAME, "another")).isFalse();
		this.node.begin(NAME);
		assertThat(this.other.request(NAME, "another")).isFalse();
		assertThat(this.node.request("unheard-of", "admin")).isFalse();
		assertThat(seen().requestedBy()).isEqualTo("admin");
	}

	@Test
	void onlyWhatAwaitsItIsConfirmed() {
		assertThat(this.node.confirm(NAME)).isFalse();
		this.node.request(NAME, "admin");
		assertThat(this.node.confirm(NAME)).isFalse();
		this.node.begin(NAME);
		assertThat(this.node.confirm(NAME)).isFalse();
		this.node.switchOver(seen());
		assertThat(this.node.confirm(NAME)).isTrue();
		assertThat(this.node.confirm(NAME)).isFalse();
	}

	@Test
	void aRollbackAfterTheSwitchGoesBack() {
		rebuilt();

		assertThat(this.node.rollBack(NAME)).isTrue();
		assertThat(seen()).isEqualTo(new ProjectionState(NAME, Slot.BLUE, Phase.LIVE, null, null, null, null));
		assertThat(this.node.rollBack(NAME)).isFalse();
	}

	@Test
	void aRollbackBeforeTheSwitchStays() {
		rebuilt();
		this.node.confirm(NAME);
		for (boolean begun : new boolean[] { false, true }) {
			this.node.request(NAME, "admin");
			if (begun) {
				this.node.begin(NAME);
			}

			assertThat(this.node.rollBack(NAME)).isTrue();
			assertThat(seen().live()).isEqualTo(Slot.GREEN);
			assertThat(seen().phase()).isEqualTo(Phase.LIVE);
		}
	}

	@Test
	void oneNodeAtATimeTakesAStep() {
		stores.transactions().executeWithoutResult((_) -> {
			assertThat(this.node.lock(NAME)).isNotNull();
			assertThat(CompletableFuture.supplyAsync(() -> this.other.lock(NAME) != null).join()).isFalse();
			assertThat(CompletableFuture.supplyAsync(() -> this.other.lock("funnel") != null).join()).isTrue();
		});
		assertThat(this.other.lock(NAME)).isNotNull();
		assertThat(this.other.lock("unheard-of")).isNull();
	}

	@Test
	void anotherNodeSeesAChangeWhenItLooks() {
		this.other.refresh();
		rebuilt();

		assertThat(this.other.live(NAME)).isEqualTo(Slot.BLUE);
		this.other.refresh();
		assertThat(this.other.live(NAME)).isEqualTo(Slot.GREEN);
		assertThat(this.other.live("funnel")).isEqualTo(Slot.BLUE);
	}

	@Test
	void registeringChangesNothingThatIsKnown() {
		rebuilt();
		ProjectionState before = seen();

		this.other.register(NAME);

		assertThat(seen()).isEqualTo(before);
	}

	private void rebuilt() {
		this.node.request(NAME, "admin");
		this.node.begin(NAME);
		this.node.refresh();
		this.node.switchOver(this.node.state(NAME));
		this.node.refresh();
	}

	/** The current state, as the other node sees it. */
	private ProjectionState seen() {
		this.other.refresh();
		return this.other.state(NAME);
	}

}
