package io.coachflow.command.partner;

import java.util.List;

import io.coachflow.contracts.session.HelpDraft.Text;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who is stuck is told, before it is an event.
 *
 * @param better of a reformulation whether it is better than the text; null for others
 */
record Suggestion(@Nullable String message, List<String> questions, List<Text> texts, @Nullable Boolean better) {
}
