package io.coachflow.benchmarks.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The two slots of a read model, of which the table {@code projection} says which one is
 * live.
 */
public final class ReadModelSlots {

	private final Connection connection;

	/**
	 * Reads over that connection, which its opener closes.
	 */
	public ReadModelSlots(Connection connection) {
		this.connection = connection;
	}

	/**
	 * The name in the live slot.
	 * @param name of a table or processor in the first slot
	 */
	public String live(String readModel, String name) throws SQLException {
		return firstIsLive(readModel) ? name : second(name);
	}

	/** The name in the other slot, likewise. */
	public String idle(String readModel, String name) throws SQLException {
		return firstIsLive(readModel) ? second(name) : name;
	}

	private static String second(String name) {
		return name + "_b";
	}

	private boolean firstIsLive(String readModel) throws SQLException {
		try (PreparedStatement statement = this.connection
			.prepareStatement("SELECT live = 'A' FROM projection WHERE name = ?")) {
			statement.setString(1, readModel);
			try (ResultSet rows = statement.executeQuery()) {
				rows.next();
				return rows.getBoolean(1);
			}
		}
	}

}
