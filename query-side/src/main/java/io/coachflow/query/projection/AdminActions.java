package io.coachflow.query.projection;

import java.util.List;

import io.coachflow.contracts.rest.AdminAction;
import io.coachflow.query.time.SqlTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code admin_action}: who did what.
 */
@Component
class AdminActions {

	private final JdbcClient jdbc;

	AdminActions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void record(String user, String action, String target, String outcome) {
		this.jdbc.sql("INSERT INTO admin_action (done_by, action, target, outcome) VALUES (?, ?, ?, ?)")
			.params(user, action, target, outcome)
			.update();
	}

	/**
	 * A page of actions, latest first.
	 * @param before the last id of the previous page
	 */
	List<AdminAction> page(long before, int limit) {
		return this.jdbc.sql("SELECT * FROM admin_action WHERE id < ? ORDER BY id DESC LIMIT ?")
			.params(before, limit)
			.query((row, _) -> new AdminAction(row.getLong("id"), SqlTimes.instant(row, "done_at"),
					row.getString("done_by"), row.getString("action"), row.getString("target"),
					row.getString("outcome")))
			.list();
	}

}
