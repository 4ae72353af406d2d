package io.coachflow.saga.agent.offline;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.coachflow.text.PlainText;

/**
 * What the agents say in every sector, in one language. Texts may have facts in braces.
 *
 * @param stop words that say nothing of a business
 * @param people words for people, whom every sector counts
 * @param periods after which a quantity comes back
 * @param and what separates two groups of customers in an answer
 * @param pronouns with which a sentence goes on about a group instead of naming one
 * @param weak words that complete an expression and are none by themselves
 * @param others how a sentence about competitors reads
 * @param ourselves how a sentence about oneself reads
 * @param dangling words that point to another sentence
 * @param office who counts people and companies, where the country is not known
 * @param chamber what the chamber of commerce is called there
 */
record Phrases(List<String> stop, List<String> people, List<String> periods, Pattern and, List<String> pronouns,
		List<String> weak, Pattern others, Pattern ourselves, List<String> dangling, String unreadable, String office,
		String chamber, Market market, ResearchTexts research, ContentTexts content, LogoTexts logo, SeoTexts seo,
		TemplateTexts template) {

	/** Whether the sentence is about competitors and not about oneself. */
	boolean isOfOthers(String sentence) {
		Matcher other = this.others.matcher(sentence);
		return other.find() && !this.ourselves.matcher(other.replaceAll(" ")).find();
	}

	/** Whether the sentence goes on about somebody whom another sentence names. */
	boolean goesOn(String sentence) {
		return this.pronouns.contains(PlainText.lower(sentence.split("[ '’]", 2)[0]));
	}

	/**
	 * How big the market is.
	 *
	 * @param both where a price and a quantity are known
	 * @param assumption that each of the quantity pays the price
	 */
	record Market(String both, String price, String count, String neither, String who, String alike, String often,
			String basket, String noBasket, String formula, String ceiling, String noCeiling, String assumption,
			String lookUp) {
	}

	/** What research says besides what it knows of the sector. */
	record ResearchTexts(String supposed, String need, String channel, String advantage, String noAdvantage,
			List<String> keywords, Matter noPrice, Matter noFigure, Matter noCity, String askPrice, String askAudience,
			String askDifference) {
	}

	/** A risk that an answer shows, and what to do about it. */
	record Matter(String risk, String mitigation) {
	}

	/** How texts to publish are put together. */
	record ContentTexts(List<String> taglines, String pitch, Posts posts) {
	}

	/** What posts consist of besides the answers, by network. */
	record Posts(String linkedin, String instagram, String facebook) {
	}

	/** What logos are called, and why they are as they are. */
	record LogoTexts(Concept monogram, Concept symbol, Concept mark, String colours, String line) {
	}

	/** A concept of a logo. */
	record Concept(String name, String why) {
	}

	/** What a search engine is told. */
	record SeoTexts(List<String> titles, List<String> descriptions, String inPlace, List<String> tops, String section) {
	}

	/** Why a template fits. */
	record TemplateTexts(String words, String keywords, String sector) {
	}

}
