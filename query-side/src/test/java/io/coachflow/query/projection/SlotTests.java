package io.coachflow.query.projection;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlotTests {

	private static final SlotTables TABLES = new SlotTables("funnel", "session_funnel", "model_cost");

	@Test
	void statementsReadTheTablesOfTheirSlot() {
		String sql = "SELECT * FROM session_funnel f JOIN model_cost USING (id)";

		assertThat(TABLES.in(Slot.BLUE, sql)).isEqualTo(sql);
		assertThat(TABLES.in(Slot.GREEN, sql))
			.isEqualTo("SELECT * FROM session_funnel_b f JOIN model_cost_b USING (id)");
	}

	@Test
	void otherNamesStayAsTheyAre() {
		String sql = "SELECT session_funnel_day, old_model_cost, session_funnels FROM other";

		assertThat(TABLES.in(Slot.GREEN, sql)).isEqualTo(sql);
	}

	@Test
	void readersAskEachTimeWhichSlotIsLive() {
		AtomicReference<Slot> live = new AtomicReference<>(Slot.BLUE);
		LiveSlots slots = (name) -> {
			assertThat(name).isEqualTo("funnel");
			return live.get();
		};
		BySlot<String> stores = new BySlot<>("funnel", slots, (slot) -> slot.of("store"));

		assertThat(TABLES.live(slots, "model_cost")).isEqualTo("model_cost");
		assertThat(stores.live()).isEqualTo("store");
		live.set(Slot.GREEN);
		assertThat(TABLES.live(slots, "model_cost")).isEqualTo("model_cost_b");
		assertThat(stores.live()).isEqualTo("store_b");
		assertThat(stores.in(Slot.BLUE)).isEqualTo("store");
	}

	@Test
	void slotsTakeTurns() {
		for (Slot slot : Slot.values()) {
			assertThat(slot.other().other()).isEqualTo(slot).isNotEqualTo(slot.other());
			assertThat(Slot.ofStored(slot.stored())).isEqualTo(slot);
		}
	}

}
