package io.coachflow.query.projection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import io.coachflow.eventlog.processor.ProcessorFailures;
import io.coachflow.eventlog.processor.ProcessorTokens;
import io.coachflow.query.TestStores;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Projectors on PostgreSQL, with nodes that share its tokens.
 */
class ProjectorsIT {

	private static final int SEEDS = 20;

	@RegisterExtension
	private static final TestStores stores = TestStores.create();

	private final EventsInMemory log = new EventsInMemory();

	private final SlotUnderTest list = new SlotUnderTest("list", stores);

	private final SlotUnderTest funnel = new SlotUnderTest("funnel", stores);

	private final SlotUnderTest views = new SlotUnderTest("views", stores);

	private final List<SlotUnderTest> slots = List.of(this.list, this.funnel, this.views);

	private final Map<SlotProcessor, Optional<Lane>> wanted = new LinkedHashMap<>(
			Map.of(this.list.processor, Optional.of(Lane.TABLES), this.funnel.processor, Optional.of(Lane.TABLES),
					this.views.processor, Optional.of(Lane.VIEWS)));

	private final List<Projectors> nodes = new ArrayList<>();

	private static ProcessorTokens tokens(String node) {
		return new ProcessorTokens(JdbcTokenStore.builder()
			.connectionProvider(new SpringDataSourceConnectionProvider(stores.dataSource()))
			.schema(TokenSchema.builder()
				.setTokenTable("token_entry")
				.setProcessorNameColumn("processor_name")
				.setSegmentColumn("segment")
				.setTokenColumn("token")
				.setOwnerColumn("owner")
				.setTokenTypeColumn("token_type")
				.setTimestampColumn("claimed_at")
				.build())
			.serializer(Jackson3Serializer.builder().build())
			.claimTimeout(ProcessorTokens.CLAIM_TIMEOUT)
			.nodeId(node), node, Set.of("list", "funnel", "views"));
	}

	private Projectors node(String name) {
		SpringTransactionManager transactions = new SpringTransactionManager(stores.transactionManager());
		SlotClaims claims = new SlotClaims(tokens(name), transactions);
		EventStore events = mock(EventStore.class);
		given(events.openStream(any()))
			.willAnswer((call) -> this.log.openStream(call.getArgument(0, TrackingToken.class)));
		given(events.createHeadToken()).willAnswer((_) -> this.log.createHeadToken());
		Projectors node = new Projectors(claims, new ProjectorFactory(claims, new SlotBatches(claims, transactions),
				new SlotFailures(mock(ProcessorFailures.class), () -> false), events, new LogHead(events)));
		this.nodes.add(node);
		return node;
	}

	@BeforeAll
	static void table() {
		stores.jdbc().sql(SlotUnderTest.TABLE).update();
	}

	@BeforeEach
	void empty() {
		stores.clear("handled", "token_entry");
	}

	@AfterEach
	void stop() {
		this.nodes.forEach(Projectors::stop);
	}

	@Test
	void theSlotsOfALaneShareAProjector() {
		Projectors node = node("a");
		this.log.append("first", 30);

		awaitAll(node);
		node.run(this.wanted);

		assertThat(node.together()).containsExactlyInAnyOrder(List.of("funnel", "list"), List.of("views"));
		this.log.append("second", 30);
		awaitAll(node);
	}

	@Test
	void aSlotThatFailsLeavesTheOthersAndComesBack() {
		Projectors node = node("a");
		awaitTogether(node, List.of("funnel", "list"));
		// Within the lane, alone in the same batch, and once more by itself
		this.funnel.fail(3);

		this.log.append("first", 20);

		await().until(() -> this.list.rows().size() == 20);
		awaitAll(node);
		awaitTogether(node, List.of("funnel", "list"));
	}

	@Test
	void aSlotThatFailsForEverDoesNotHoldTheOthersUp() {
		Projectors node = node("a");
		awaitTogether(node, List.of("funnel", "list"));
		this.funnel.fail(1_000_000);

		for (int i = 1; i <= 12; i++) {
			this.log.append("s" + i + "-", 100);
			int events = i * 100;
			await().until(() -> {
				node.run(this.wanted);
				return this.list.rows().size() == events;
			});
		}

		this.funnel.fail(0);
		awaitAll(node);
		awaitTogether(node, List.of("funnel", "list"));
	}

	@Test
	void whatACrashOfTheDatabaseTookBackIsWrittenAgain() {
		Projectors node = node("a");
		this.log.append("first", 20);
		awaitAll(node);
		awaitTogether(node, List.of("funnel", "list"));
		byte[] earlier = "{\"globalIndex\":5}".getBytes(StandardCharsets.UTF_8);
		setTokens("token", earlier, List.of("list"), List.of(0, 1));
		stores.jdbc().sql("DELETE FROM handled WHERE slot = 'list' AND event NOT IN ('first0', 'first1')").update();

		this.log.append("second", 1);

		await().untilAsserted(() -> {
			node.run(this.wanted);
			assertThat(this.list.rows()).hasSize(2 + 15 + 1);
		});
	}

	@Test
	void whereAllFailNobodyLeaves() {
		Projectors node = node("a");
		awaitTogether(node, List.of("funnel", "list"));
		this.funnel.fail(2);
		this.list.fail(2);

		this.log.append("first", 20);

		await().until(() -> this.list.hasFailedOften() && this.funnel.hasFailedOften());
		assertThat(node.together()).contains(List.of("funnel", "list"));
		awaitAll(node);
	}

	@Test
	void aSlotFarBehindDoesNotHoldTheOthersUp() {
		this.log.append("first", 2_500);
		Projectors node = node("a");
		Map<SlotProcessor, Optional<Lane>> others = new LinkedHashMap<>(this.wanted);
		others.remove(this.funnel.processor);
		await().until(() -> {
			node.run(others);
			return this.list.rows().size() == 2_500;
		});
		this.funnel.fail(1_000_000);

		node.run(this.wanted);
		node.run(this.wanted);
		this.log.append("second", 10);

		await().until(() -> this.list.rows().size() == 2_510);
		assertThat(node.together()).contains(List.of("funnel"), List.of("list"));
		this.funnel.fail(0);
		awaitAll(node);
		awaitTogether(node, List.of("funnel", "list"));
	}

	@Test
	void anotherNodeGoesOnWhereOneStopped() {
		Projectors first = node("a");
		this.log.append("first", 20);
		awaitAll(first);
		Projectors second = node("b");
		second.run(this.wanted);
		assertThat(second.together()).isEmpty();

		first.stop();
		this.log.append("second", 20);

		awaitAll(second);
	}

	@Test
	void whoLostItsClaimCannotCommit() {
		Projectors first = node("a");
		awaitTogether(first, List.of("funnel", "list"));
		setTokens("owner", "b", List.of("list", "funnel"), List.of(0, 1));

		this.log.append("first", 20);

		await().until(() -> this.views.rows().size() == 20 && !first.together().contains(List.of("funnel", "list")));
		assertThat(this.list.rows()).isEmpty();
		setTokens("owner", null, List.of("list", "funnel"), List.of(0, 1));
		awaitAll(first);
	}

	@Test
	void segmentsThatWereApartGoOnFromTheOneFurthestBehind() {
		this.log.append("first", 20);
		TokenStore earlier = tokens("a");
		earlier.initializeTokenSegments("list", 2);
		earlier.fetchToken("list", 0);
		earlier.fetchToken("list", 1);
		earlier.storeToken(new GlobalSequenceTrackingToken(20), "list", 0);
		earlier.storeToken(new GlobalSequenceTrackingToken(5), "list", 1);

		Projectors node = node("a");
		node.run(this.wanted);

		await().until(() -> this.list.rows().size() == 15);
		assertThat(this.list.rows().getFirst()).isEqualTo("first5");
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whateverFailsEachSlotHasEachEventOnceAndInOrder(int seed) {
		Random random = new Random(seed);
		List<String> appended = new ArrayList<>();
		for (int round = 0; round < 8; round++) {
			Projectors node = (this.nodes.isEmpty() || random.nextInt(4) == 0) ? node("node" + round)
					: this.nodes.get(random.nextInt(this.nodes.size()));
			node.run(this.wanted);
			this.slots.get(random.nextInt(3)).fail(random.nextInt(4));
			int events = random.nextInt(40);
			this.log.append("r" + round + "-", events);
			for (int i = 0; i < events; i++) {
				appended.add("r" + round + "-" + i);
			}
			switch (random.nextInt(4)) {
				case 0 -> node.stop();
				case 1 -> setTokens("owner", null, List.of("list", "funnel", "views"), List.of(0));
				default -> node.run(this.wanted);
			}
		}
		this.slots.forEach((slot) -> slot.fail(0));

		await().untilAsserted(() -> {
			this.nodes.forEach((node) -> node.run(this.wanted));
			for (SlotUnderTest slot : this.slots) {
				assertThat(slot.rows()).containsExactlyElementsOf(appended);
			}
		});
	}

	static List<Integer> seeds() {
		return new Random(20).ints(SEEDS).boxed().toList();
	}

	/** A failure costs a second, and the machine may be busy. */
	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(30));
	}

	/**
	 * Changes what is known of slots, row by row: a statement that holds one row while it
	 * waits for another can lock itself and a node for ever.
	 */
	private static void setTokens(String column, @Nullable Object value, List<String> slots, List<Integer> segments) {
		for (String slot : slots) {
			for (int segment : segments) {
				stores.jdbc()
					.sql("UPDATE token_entry SET " + column + " = ? WHERE processor_name = ? AND segment = ?")
					.params(Arrays.asList(value, slot, segment))
					.update();
			}
		}
	}

	private void awaitAll(Projectors node) {
		await().untilAsserted(() -> {
			node.run(this.wanted);
			for (SlotUnderTest slot : this.slots) {
				assertThat(slot.rows()).hasSize((int) this.log.size());
			}
		});
	}

	private void awaitTogether(Projectors node, List<String> names) {
		await().until(() -> {
			node.run(this.wanted);
			return node.together().contains(names);
		});
	}

}
