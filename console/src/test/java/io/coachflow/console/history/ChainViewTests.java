package io.coachflow.console.history;

import java.time.Instant;

import io.coachflow.console.history.ChainView.Link;
import io.coachflow.console.history.ChainView.State;
import io.coachflow.contracts.rest.SessionVerification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChainViewTests {

	@Test
	void everyLinkOfAGoodChainFits() {
		ChainView chain = chain(2L, null);
		assertThat(chain.valid()).isTrue();
		assertThat(chain.links()).containsExactly(new Link(0, 0, State.FITS), new Link(1, 1, State.FITS),
				new Link(2, 2, State.FITS));
	}

	@Test
	void theChainBreaksAtTheVeryEvent() {
		assertThat(chain(4L, 3L).links()).containsExactly(new Link(0, 0, State.FITS), new Link(1, 1, State.FITS),
				new Link(2, 2, State.FITS), new Link(3, 3, State.BREAKS), new Link(4, 4, State.AFTER));
	}

	@Test
	void anEndThatIsMissingHasALinkToo() {
		assertThat(chain(1L, 2L).links()).endsWith(new Link(2, 2, State.BREAKS)).hasSize(3);
		assertThat(chain(null, 0L).links()).containsExactly(new Link(0, 0, State.BREAKS));
	}

	@Test
	void theLinksOfALongChainAreSeveralEventsButTheBreakIsOne() {
		ChainView chain = chain(999L, 500L);
		assertThat(chain.links()).hasSizeLessThanOrEqualTo(ChainView.MOST + 2)
			.contains(new Link(0, 6, State.FITS), new Link(500, 500, State.BREAKS), new Link(501, 507, State.AFTER));
		assertThat(chain.links().getLast().last()).isEqualTo(999);
		assertThat(chain.links().getFirst().key()).isEqualTo("history.link.fits.many");
	}

	@Test
	void noEventsAreNoLinks() {
		assertThat(chain(null, null).links()).isEmpty();
	}

	private static ChainView chain(@Nullable Long last, @Nullable Long bad) {
		return ChainView.of(new SessionVerification(Histories.SESSION, bad == null, (last != null) ? last + 1 : 0, last,
				"ab", bad, (bad != null) ? "Sequence " + bad + " is missing." : null, Instant.EPOCH));
	}

}
