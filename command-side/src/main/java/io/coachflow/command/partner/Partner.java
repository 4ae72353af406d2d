package io.coachflow.command.partner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import io.coachflow.command.guidance.Coach;
import io.coachflow.command.guidance.SectorInference;
import io.coachflow.contracts.session.CoachingSessionEvent.HelpGiven;
import io.coachflow.contracts.session.Guidance;
import io.coachflow.contracts.session.HelpDraft;
import io.coachflow.contracts.session.HelpDraft.Text;
import io.coachflow.contracts.session.Offer;
import io.coachflow.contracts.session.Step;
import io.coachflow.text.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * Helps who is stuck, by scripted texts and rules or with a model's draft. Results depend
 * on the arguments only.
 */
public final class Partner {

	private static final Map<String, PartnerTexts> TEXTS = PartnerTexts.load();

	private static final Reformulator REFORMULATOR = new Reformulator(TEXTS.values());

	private static final Sectors SECTORS = Sectors.load();

	private static final SectorInference INFERENCE = new SectorInference();

	private final Coach coach;

	private final Reformulations reformulations;

	private final Drafts drafts;

	/**
	 * Creates the partner.
	 * @param coach scores texts and gives the questions of a sector
	 */
	public Partner(Coach coach) {
		this.coach = coach;
		this.reformulations = new Reformulations(coach, REFORMULATOR);
		this.drafts = new Drafts(this.reformulations);
	}

	/**
	 * The help.
	 * @param draft a model's draft; null for none. One that is of no use is ignored
	 * @param expiresAt when the session expires after it; null for a completed one
	 */
	public HelpGiven help(HelpContext context, @Nullable HelpDraft draft, @Nullable Instant expiresAt) {
		PartnerTexts texts = texts(context.language());
		Optional<Suggestion> drafted = (draft != null) ? this.drafts.usable(draft, context, texts) : Optional.empty();
		return (draft != null && drafted.isPresent())
				? event(context, drafted.get(), Guidance.MODEL, draft.model(), draft.promptVersion(), expiresAt)
				: event(context, scripted(context, texts), Guidance.SCRIPTED, null, null, expiresAt);
	}

	/**
	 * The openings of an answer, for people who like to click.
	 * @param step null for none
	 * @param language {@code en} or {@code fr}
	 */
	public List<Offer> openings(@Nullable Step step, String language) {
		if (step == null) {
			return List.of();
		}
		List<Offer> openings = new ArrayList<>();
		for (String opening : texts(language).step(step).openings()) {
			openings.add(new Offer(step.id() + "-" + (openings.size() + 1), null, opening, null));
		}
		return List.copyOf(openings);
	}

	/**
	 * How much of an opening an answer has kept, in whichever language it was shown.
	 * @return 0 to 1, two decimals; empty if no opening has that id
	 */
	public OptionalDouble keptOfOpening(String id, String answer) {
		return TEXTS.keySet()
			.stream()
			.flatMap((language) -> openings(Step.of(id.split("-", 2)[0]).orElse(null), language).stream())
			.filter((opening) -> opening.id().equals(id))
			.mapToDouble((opening) -> kept(opening.text(), answer))
			.max();
	}

	/**
	 * How much of an offered text an answer has kept.
	 * @return the share of its words that the answer has in the same order: 0 to 1, two
	 * decimals
	 */
	public static double kept(String offered, String answer) {
		return Kept.share(offered, answer);
	}

	private Suggestion scripted(HelpContext context, PartnerTexts texts) {
		return switch (context.kind()) {
			case QUESTIONS -> Questions.of(context, texts, slots(context, texts),
					this.coach.guide(context.step(), sector(context), context.language()));
			case PROPOSALS -> Proposals.of(context, texts, slots(context, texts));
			case REFORMULATION -> this.reformulations.of(context, texts);
		};
	}

	private static Slots slots(HelpContext context, PartnerTexts texts) {
		return new Slots(texts, context, SECTORS.of(sector(context)));
	}

	/** As the user named it, or as the answers let one guess. */
	private static String sector(HelpContext context) {
		String named = context.business().sector();
		return (named != null) ? named : INFERENCE.of(context.answers().values());
	}

	private static HelpGiven event(HelpContext context, Suggestion suggestion, String source, @Nullable String model,
			@Nullable String promptVersion, @Nullable Instant expiresAt) {
		List<Offer> offers = new ArrayList<>();
		for (Text text : suggestion.texts()) {
			offers.add(new Offer((context.sequence() + 1) + "-" + (offers.size() + 1), text.title(), text.text(),
					text.why()));
		}
		return new HelpGiven(context.sessionId(), context.kind(), context.step(), context.asked(), offers,
				suggestion.message(), suggestion.questions(), suggestion.better(), context.language(), source, model,
				promptVersion, expiresAt);
	}

	private static PartnerTexts texts(String language) {
		return Objects.requireNonNull(TEXTS.get(language), "A language of the coach");
	}

}
