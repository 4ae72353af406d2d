package io.coachflow.console.businesspackage;

import java.util.List;

import io.coachflow.contracts.enrichment.AgentSource;
import io.coachflow.contracts.enrichment.Receipt;
import io.coachflow.contracts.rest.AgentView;
import org.jspecify.annotations.Nullable;

/**
 * Where a result comes from.
 *
 * @param source {@code offline} or {@code model}; {@code unknown} if the API does not say
 * @param generation which generation made the result; null if the API does not say
 * @param free whether no price is known, or none was paid
 * @param hash the first digits of the SHA-256 of the input
 * @param inputs the ids of the answers and facts that the agent read; null if that was
 * not recorded
 */
record Origin(String source, @Nullable Integer generation, String model, String version, String tokensIn,
		String tokensOut, boolean free, String price, String seconds, String hash, @Nullable List<String> inputs) {

	private static final int SHOWN_OF_HASH = 12;

	/** The origin of the agent's last good result; null if there is none. */
	static @Nullable Origin of(AgentView view, Figures figures) {
		Receipt receipt = view.receipt();
		if (receipt == null || view.result() == null) {
			return null;
		}
		return new Origin(source(view.source()), view.resultGeneration(), receipt.model(), receipt.promptVersion(),
				figures.number(receipt.tokensIn()), figures.number(receipt.tokensOut()), receipt.price().signum() == 0,
				figures.price(receipt.price()), figures.seconds(receipt.latencyMs()), shown(receipt.inputHash()),
				receipt.inputs());
	}

	private static String source(@Nullable AgentSource source) {
		if (source == null) {
			return "unknown";
		}
		return switch (source) {
			case OFFLINE -> "offline";
			case MODEL -> "model";
		};
	}

	private static String shown(String hash) {
		return hash.substring(0, Math.min(hash.length(), SHOWN_OF_HASH));
	}

}
