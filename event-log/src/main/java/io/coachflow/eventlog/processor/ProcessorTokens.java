package io.coachflow.eventlog.processor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.GenericTokenEntry;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The positions of event processors, and the one place that makes a transaction
 * asynchronous. A transaction with the position of a read model does not wait for the
 * disk: if a crash of PostgreSQL loses part of the read model, it also loses the
 * position, and the events are applied again. The statement that moves the position
 * switches this itself, without a round trip, until the transaction ends. Every other
 * transaction is durable, and so is one that parks a dead letter.
 */
public class ProcessorTokens extends JdbcTokenStore {

	/**
	 * After this time without an update another node may take a segment's claim. Far
	 * longer than any batch: if the claim of a working node is taken, its work is done
	 * twice.
	 */
	public static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(30);

	private static final String DURABLE = ProcessorTokens.class.getName() + "/durable";

	private static final String MOVE = """
			UPDATE token_entry SET token = ?, token_type = ?, claimed_at = ?
			WHERE owner = ? AND processor_name = ? AND (? OR token IS NOT DISTINCT FROM ?)""";

	private static final String MOVE_ASYNCHRONOUSLY = MOVE.replace("\nWHERE",
			"\nFROM (SELECT set_config('synchronous_commit', 'off', true)) AS asynchronous\nWHERE");

	private final String node;

	private final Set<String> rebuilt;

	/**
	 * Creates the store.
	 * @param node the name that claims carry
	 * @param rebuilt the processors whose writes the log can make again
	 */
	public ProcessorTokens(Builder builder, String node, Set<String> rebuilt) {
		super(builder);
		this.node = node;
		this.rebuilt = rebuilt;
	}

	/** Makes the current batch wait for the disk, because operators see its result. */
	public static void requireDurable() {
		CurrentUnitOfWork.ifStarted((batch) -> batch.root().resources().put(DURABLE, true));
	}

	/**
	 * Brings all segments of a processor that this node has claimed to one position.
	 * @param position absent for before the first event
	 */
	public void level(String processor, @Nullable TrackingToken position) {
		move(processor, true, null, position);
	}

	/**
	 * Moves all segments of a processor from one position to another, within the current
	 * transaction.
	 * @return how many segments were moved: only those that this node has claimed and
	 * that are at the first position
	 */
	public int move(String processor, @Nullable TrackingToken from, @Nullable TrackingToken to) {
		return move(processor, false, from, to);
	}

	private int move(String processor, boolean fromAnywhere, @Nullable TrackingToken from, @Nullable TrackingToken to) {
		Connection connection = getConnection();
		try (PreparedStatement statement = connection
			.prepareStatement(isAsynchronous(processor) ? MOVE_ASYNCHRONOUSLY : MOVE)) {
			statement.setBytes(1, bytes(to));
			statement.setString(2, (to != null) ? serializer().typeForClass(to.getClass()).getName() : null);
			statement.setString(3, DateTimeUtils.formatInstant(GenericTokenEntry.clock.instant()));
			statement.setString(4, this.node);
			statement.setString(5, processor);
			statement.setBoolean(6, fromAnywhere);
			statement.setBytes(7, bytes(from));
			return statement.executeUpdate();
		}
		catch (SQLException ex) {
			throw new JdbcException("The position of " + processor + " cannot be stored", ex);
		}
		finally {
			JdbcUtils.closeQuietly(connection);
		}
	}

	private byte @Nullable [] bytes(@Nullable TrackingToken token) {
		return (token != null) ? serializer().serialize(token, byte[].class).getData() : null;
	}

	private boolean isAsynchronous(String processor) {
		return this.rebuilt.contains(processor)
				&& !(CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().root().resources().containsKey(DURABLE));
	}

}
