package io.coachflow.saga.agent.offline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.coachflow.contracts.enrichment.Research.MarketSize;
import io.coachflow.saga.agent.ResultLimits;
import io.coachflow.saga.agent.offline.Figures.Count;
import io.coachflow.saga.agent.offline.Figures.Price;
import io.coachflow.text.PlainText;

/**
 * How big the market is, from the bottom up: what the answers' own figures multiply to,
 * and how to count the rest. States no figure that the answers do not have.
 */
final class Market {

	private final BriefAnalysis story;

	private final Phrases.Market texts;

	private final Optional<Price> lowest;

	private final Optional<Price> highest;

	private final Optional<Count> capacity;

	Market(BriefAnalysis story) {
		this.story = story;
		this.texts = story.phrases().market();
		this.lowest = story.figures().lowest();
		this.highest = story.figures()
			.highest()
			.filter((price) -> this.lowest.stream().anyMatch((low) -> low.amount().compareTo(price.amount()) < 0));
		this.capacity = story.figures().capacity();
	}

	MarketSize size() {
		List<String> steps = new ArrayList<>(List.of(this.texts.who(), this.texts.alike(), this.texts.often(),
				this.lowest.isPresent() ? this.texts.basket() : this.texts.noBasket(), this.texts.formula(),
				this.capacity.isPresent() ? this.texts.ceiling() : this.texts.noCeiling()));
		if (this.lowest.isPresent() && this.capacity.isPresent()) {
			steps.add(this.texts.assumption());
		}
		steps.add(this.texts.lookUp());
		Map<String, String> facts = facts();
		List<String> reasoning = new ArrayList<>();
		for (String step : steps) {
			this.story.tell(step, facts).ifPresent((told) -> reasoning.add((reasoning.size() + 1) + ". " + told));
		}
		return new MarketSize(PlainText.shortened(this.story.say(estimate(), facts), ResultLimits.PARAGRAPH),
				PlainText.shortened(String.join("\n", reasoning), ResultLimits.TEXT));
	}

	private String estimate() {
		if (this.lowest.isPresent()) {
			return this.capacity.isPresent() ? this.texts.both() : this.texts.price();
		}
		return this.capacity.isPresent() ? this.texts.count() : this.texts.neither();
	}

	private Map<String, String> facts() {
		Wording wording = this.story.wording();
		SectorTexts sector = this.story.sectorTexts();
		Map<String, String> facts = new HashMap<>();
		facts.put("counted", this.story.say(sector.counted()));
		facts.put("frequency", this.story.say(sector.frequency()));
		facts.put("sources",
				String.join(wording.french() ? " ; " : "; ", sector.sources().stream().map(this.story::say).toList()));
		this.lowest.ifPresent((price) -> facts.put("price", wording.price(price)));
		this.highest.ifPresent((price) -> facts.put("price_high", wording.price(price)));
		this.capacity.ifPresent((count) -> {
			BigDecimal all = count.times().multiply(count.number());
			String times = (count.times().compareTo(BigDecimal.ONE) > 0) ? wording.number(count.times()) + " × " : "";
			facts.put("count", times + wording.number(count.number()) + "\u00A0" + count.unit());
			if (count.period() != null) {
				facts.put("period", count.period());
			}
			this.lowest.ifPresent((price) -> facts.put("total", wording.price(price.times(all))));
			this.highest.ifPresent((price) -> facts.put("total_high", wording.price(price.times(all))));
		});
		return facts;
	}

}
