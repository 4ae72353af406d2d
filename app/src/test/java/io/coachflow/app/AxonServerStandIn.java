package io.coachflow.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.ProcessingInstruction;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.Heartbeat;
import io.axoniq.axonserver.grpc.control.NodeInfo;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.coachflow.local.FreePort;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

/**
 * Speaks as much of Axon Server's protocol as Coachflow uses, and keeps events in memory.
 * Axon Server itself is not to be had from Maven Central; where one runs, the tests take
 * that one.
 */
public final class AxonServerStandIn implements AutoCloseable {

	private final List<Event> log = new ArrayList<>();

	private final Set<Tracker> trackers = ConcurrentHashMap.newKeySet();

	private final Map<String, List<StreamObserver<CommandProviderInbound>>> commandHandlers = new ConcurrentHashMap<>();

	private final Map<String, StreamObserver<CommandResponse>> commands = new ConcurrentHashMap<>();

	private final Map<String, List<StreamObserver<QueryProviderInbound>>> queryHandlers = new ConcurrentHashMap<>();

	private final Map<String, StreamObserver<QueryResponse>> queries = new ConcurrentHashMap<>();

	private final ConcurrentLinkedQueue<String> routingKeys = new ConcurrentLinkedQueue<>();

	private final int port;

	private @Nullable Server server;

	private AxonServerStandIn(int port) {
		this.port = port;
	}

	/** Starts on a free port of the loopback interface. */
	public static AxonServerStandIn start() throws IOException {
		AxonServerStandIn standIn = new AxonServerStandIn(FreePort.next());
		standIn.listen();
		return standIn;
	}

	/** What {@code axon.axonserver.servers} takes. */
	public String address() {
		return "127.0.0.1:" + this.port;
	}

	/** The routing keys of the commands so far. */
	public List<String> routingKeys() {
		return List.copyOf(this.routingKeys);
	}

	/** The events of an aggregate, as they are stored. */
	public synchronized List<Event> events(String aggregateId) {
		return this.log.stream().filter((event) -> event.getAggregateIdentifier().equals(aggregateId)).toList();
	}

	/** Adds an event that no node wrote. */
	public synchronized void append(Event event) {
		this.log.add(event);
		this.trackers.forEach(Tracker::send);
	}

	/** Goes away; what was stored stays. */
	@Override
	public void close() {
		if (this.server != null) {
			this.server.shutdownNow();
		}
		this.trackers.clear();
		this.commandHandlers.clear();
		this.queryHandlers.clear();
	}

	/** Comes back at the same address. */
	public void restart() throws IOException {
		listen();
	}

	private void listen() throws IOException {
		this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port))
			.addService(new Platform())
			.addService(new Events())
			.addService(new Commands())
			.addService(new Queries())
			.build()
			.start();
	}

	private static InstructionAck ack(String instructionId) {
		return InstructionAck.newBuilder().setInstructionId(instructionId).setSuccess(true).build();
	}

	private static <T> void answer(StreamObserver<T> caller, T answer) {
		caller.onNext(answer);
		caller.onCompleted();
	}

	/** A stream that several threads write to. */
	private static <T> StreamObserver<T> guarded(StreamObserver<T> stream) {
		return new StreamObserver<>() {

			@Override
			public synchronized void onNext(T value) {
				stream.onNext(value);
			}

			@Override
			public synchronized void onError(Throwable error) {
				stream.onError(error);
			}

			@Override
			public synchronized void onCompleted() {
				stream.onCompleted();
			}

		};
	}

	private static <T> StreamObserver<T> receiver(Consumer<T> onNext, Runnable onEnd) {
		return new StreamObserver<>() {

			@Override
			public void onNext(T value) {
				onNext.accept(value);
			}

			@Override
			public void onError(Throwable error) {
				onEnd.run();
			}

			@Override
			public void onCompleted() {
				onEnd.run();
			}

		};
	}

	private final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {

		@Override
		public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> caller) {
			answer(caller,
					PlatformInfo.newBuilder()
						.setSameConnection(true)
						.setPrimary(NodeInfo.newBuilder()
							.setHostName("127.0.0.1")
							.setGrpcPort(AxonServerStandIn.this.port)
							.setNodeName("stand-in"))
						.build());
		}

		@Override
		public StreamObserver<PlatformInboundInstruction> openStream(
				StreamObserver<PlatformOutboundInstruction> outbound) {
			StreamObserver<PlatformOutboundInstruction> client = guarded(outbound);
			return receiver((instruction) -> {
				if (instruction.hasHeartbeat()) {
					client.onNext(PlatformOutboundInstruction.newBuilder()
						.setHeartbeat(Heartbeat.getDefaultInstance())
						.build());
				}
				if (!instruction.getInstructionId().isEmpty()) {
					client.onNext(PlatformOutboundInstruction.newBuilder()
						.setAck(ack(instruction.getInstructionId()))
						.build());
				}
			}, client::onCompleted);
		}

	}

	private final class Events extends EventStoreGrpc.EventStoreImplBase {

		@Override
		public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> caller) {
			List<Event> transaction = new ArrayList<>();
			return new StreamObserver<>() {

				@Override
				public void onNext(Event event) {
					transaction.add(event);
				}

				@Override
				public void onError(Throwable rolledBack) {
					transaction.clear();
				}

				@Override
				public void onCompleted() {
					commit(transaction, caller);
				}

			};
		}

		private void commit(List<Event> transaction, StreamObserver<Confirmation> caller) {
			synchronized (AxonServerStandIn.this) {
				Map<String, Long> next = new LinkedHashMap<>();
				for (Event event : transaction) {
					long due = next.computeIfAbsent(event.getAggregateIdentifier(), (id) -> (long) events(id).size());
					if (event.getAggregateSequenceNumber() != due) {
						Metadata trailers = new Metadata();
						trailers.put(Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER),
								"AXONIQ-2000");
						caller.onError(Status.OUT_OF_RANGE
							.withDescription(
									"[AXONIQ-2000] Invalid sequence number " + event.getAggregateSequenceNumber()
											+ " for aggregate " + event.getAggregateIdentifier() + ", expected " + due)
							.asRuntimeException(trailers));
						return;
					}
					next.put(event.getAggregateIdentifier(), due + 1);
				}
				transaction.forEach(AxonServerStandIn.this::append);
			}
			answer(caller, Confirmation.newBuilder().setSuccess(true).build());
		}

		@Override
		public void listAggregateEvents(GetAggregateEventsRequest request, StreamObserver<Event> caller) {
			events(request.getAggregateId()).stream()
				.filter((event) -> event.getAggregateSequenceNumber() >= request.getInitialSequence())
				.forEach(caller::onNext);
			caller.onCompleted();
		}

		@Override
		public void listAggregateSnapshots(GetAggregateSnapshotsRequest request, StreamObserver<Event> caller) {
			caller.onCompleted();
		}

		@Override
		public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> caller) {
			Tracker tracker = new Tracker(caller);
			return receiver(tracker::asked, () -> AxonServerStandIn.this.trackers.remove(tracker));
		}

		@Override
		public void readHighestSequenceNr(ReadHighestSequenceNrRequest request,
				StreamObserver<ReadHighestSequenceNrResponse> caller) {
			answer(caller,
					ReadHighestSequenceNrResponse.newBuilder()
						.setToSequenceNr(events(request.getAggregateId()).size() - 1L)
						.build());
		}

		@Override
		public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> caller) {
			answer(caller, TrackingToken.newBuilder().setToken(0).build());
		}

		@Override
		public void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> caller) {
			synchronized (AxonServerStandIn.this) {
				answer(caller, TrackingToken.newBuilder().setToken(AxonServerStandIn.this.log.size() - 1L).build());
			}
		}

		@Override
		public void getTokenAt(GetTokenAtRequest request, StreamObserver<TrackingToken> caller) {
			synchronized (AxonServerStandIn.this) {
				long before = AxonServerStandIn.this.log.stream()
					.takeWhile((event) -> event.getTimestamp() < request.getInstant())
					.count();
				answer(caller, TrackingToken.newBuilder().setToken(before).build());
			}
		}

	}

	/** Somebody who follows the log. */
	private final class Tracker {

		private final StreamObserver<EventWithToken> caller;

		private int next;

		private long permits;

		Tracker(StreamObserver<EventWithToken> caller) {
			this.caller = caller;
		}

		void asked(GetEventsRequest request) {
			synchronized (AxonServerStandIn.this) {
				if (AxonServerStandIn.this.trackers.add(this)) {
					this.next = (int) Math.max(request.getTrackingToken(), 0);
				}
				this.permits += request.getNumberOfPermits();
				send();
			}
		}

		void send() {
			for (; this.permits > 0 && this.next < AxonServerStandIn.this.log.size(); this.next++, this.permits--) {
				this.caller.onNext(EventWithToken.newBuilder()
					.setToken(this.next)
					.setEvent(AxonServerStandIn.this.log.get(this.next))
					.build());
			}
		}

	}

	private final class Commands extends CommandServiceGrpc.CommandServiceImplBase {

		@Override
		public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> inbound) {
			StreamObserver<CommandProviderInbound> node = guarded(inbound);
			return receiver((message) -> {
				if (message.hasSubscribe()) {
					handlersOf(message.getSubscribe().getCommand()).add(node);
				}
				if (message.hasUnsubscribe()) {
					handlersOf(message.getUnsubscribe().getCommand()).remove(node);
				}
				if (message.hasCommandResponse()) {
					StreamObserver<CommandResponse> caller = AxonServerStandIn.this.commands
						.remove(message.getCommandResponse().getRequestIdentifier());
					if (caller != null) {
						answer(caller, message.getCommandResponse());
					}
				}
				if (!message.getInstructionId().isEmpty()) {
					node.onNext(CommandProviderInbound.newBuilder().setAck(ack(message.getInstructionId())).build());
				}
			}, () -> AxonServerStandIn.this.commandHandlers.values().forEach((handlers) -> handlers.remove(node)));
		}

		@Override
		public void dispatch(Command command, StreamObserver<CommandResponse> caller) {
			String routingKey = routingKey(command);
			AxonServerStandIn.this.routingKeys.add(routingKey);
			List<StreamObserver<CommandProviderInbound>> handlers = List.copyOf(handlersOf(command.getName()));
			if (handlers.isEmpty()) {
				answer(caller,
						CommandResponse.newBuilder()
							.setMessageIdentifier(command.getMessageIdentifier())
							.setRequestIdentifier(command.getMessageIdentifier())
							.setErrorCode("AXONIQ-4000")
							.setErrorMessage(ErrorMessage.newBuilder().setMessage("No Handler for command"))
							.build());
				return;
			}
			AxonServerStandIn.this.commands.put(command.getMessageIdentifier(), caller);
			handlers.get(Math.floorMod(routingKey.hashCode(), handlers.size()))
				.onNext(CommandProviderInbound.newBuilder().setCommand(command).build());
		}

		private List<StreamObserver<CommandProviderInbound>> handlersOf(String command) {
			return AxonServerStandIn.this.commandHandlers.computeIfAbsent(command, (_) -> new CopyOnWriteArrayList<>());
		}

		private static String routingKey(Command command) {
			return command.getProcessingInstructionsList()
				.stream()
				.filter((instruction) -> instruction.getKey() == ProcessingKey.ROUTING_KEY)
				.map(ProcessingInstruction::getValue)
				.findFirst()
				.orElseThrow()
				.getTextValue();
		}

	}

	private final class Queries extends QueryServiceGrpc.QueryServiceImplBase {

		@Override
		public StreamObserver<QueryProviderOutbound> openStream(StreamObserver<QueryProviderInbound> inbound) {
			StreamObserver<QueryProviderInbound> node = guarded(inbound);
			return receiver((message) -> {
				if (message.hasSubscribe()) {
					handlersOf(message.getSubscribe().getQuery()).add(node);
				}
				// A caller who has what it asked for is gone before the node says so
				if (message.hasQueryResponse()) {
					Optional
						.ofNullable(
								AxonServerStandIn.this.queries.get(message.getQueryResponse().getRequestIdentifier()))
						.ifPresent((caller) -> caller.onNext(message.getQueryResponse()));
				}
				if (message.hasQueryComplete()) {
					Optional
						.ofNullable(AxonServerStandIn.this.queries.remove(message.getQueryComplete().getRequestId()))
						.ifPresent(StreamObserver::onCompleted);
				}
				if (!message.getInstructionId().isEmpty()) {
					node.onNext(QueryProviderInbound.newBuilder().setAck(ack(message.getInstructionId())).build());
				}
			}, () -> AxonServerStandIn.this.queryHandlers.values().forEach((handlers) -> handlers.remove(node)));
		}

		@Override
		public void query(QueryRequest request, StreamObserver<QueryResponse> caller) {
			List<StreamObserver<QueryProviderInbound>> handlers = handlersOf(request.getQuery());
			if (handlers.isEmpty()) {
				answer(caller,
						QueryResponse.newBuilder()
							.setRequestIdentifier(request.getMessageIdentifier())
							.setErrorCode("AXONIQ-5000")
							.setErrorMessage(ErrorMessage.newBuilder().setMessage("No handler for query"))
							.build());
				return;
			}
			AxonServerStandIn.this.queries.put(request.getMessageIdentifier(), caller);
			// The last to come, so that answers travel between nodes
			handlers.getLast().onNext(QueryProviderInbound.newBuilder().setQuery(request).build());
		}

		private List<StreamObserver<QueryProviderInbound>> handlersOf(String query) {
			return AxonServerStandIn.this.queryHandlers.computeIfAbsent(query, (_) -> new CopyOnWriteArrayList<>());
		}

	}

}
