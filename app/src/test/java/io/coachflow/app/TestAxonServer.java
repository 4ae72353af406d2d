package io.coachflow.app;

import java.io.IOException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The Axon Server that tests use: the one at {@code COACHFLOW_TEST_AXONSERVER}
 * ({@code host:port}), or a stand-in.
 */
public final class TestAxonServer implements AutoCloseable {

	private final @Nullable AxonServerStandIn standIn;

	private final String address;

	private TestAxonServer(@Nullable AxonServerStandIn standIn, String address) {
		this.standIn = standIn;
		this.address = address;
	}

	public static TestAxonServer start() throws IOException {
		String real = System.getenv("COACHFLOW_TEST_AXONSERVER");
		if (real != null && !real.isBlank()) {
			return new TestAxonServer(null, real);
		}
		AxonServerStandIn standIn = AxonServerStandIn.start();
		return new TestAxonServer(standIn, standIn.address());
	}

	/** What {@code axon.axonserver.servers} takes. */
	public String address() {
		return this.address;
	}

	/** What only a stand-in can do; absent where a real one runs. */
	public Optional<AxonServerStandIn> standIn() {
		return Optional.ofNullable(this.standIn);
	}

	@Override
	public void close() {
		if (this.standIn != null) {
			this.standIn.close();
		}
	}

}
