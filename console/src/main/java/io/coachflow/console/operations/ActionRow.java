package io.coachflow.console.operations;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import io.coachflow.contracts.rest.AdminAction;

/**
 * What an operator did, with its time in UTC.
 */
record ActionRow(AdminAction action, OffsetDateTime at) {

	static ActionRow of(AdminAction action) {
		return new ActionRow(action, action.doneAt().atOffset(ZoneOffset.UTC));
	}

}
