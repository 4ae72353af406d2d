package io.coachflow.command.partner;

import java.util.Optional;
import java.util.function.Supplier;

import io.coachflow.contracts.session.HelpDraft;

/**
 * Drafts help before the session decides on it.
 */
public interface HelpDrafter {

	/**
	 * Drafts help.
	 * @param context supplies what is known, empty if no draft is needed; called only if
	 * a draft can be made
	 * @return empty if the draft is not needed, fails or is late
	 */
	Optional<HelpDraft> draft(Supplier<Optional<HelpContext>> context);

}
