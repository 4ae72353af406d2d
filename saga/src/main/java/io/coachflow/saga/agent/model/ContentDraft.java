package io.coachflow.saga.agent.model;

import java.util.List;

import io.coachflow.contracts.enrichment.AgentResult;
import io.coachflow.contracts.enrichment.Brief;
import io.coachflow.contracts.enrichment.Content.Post;
import io.coachflow.contracts.enrichment.Content.Section;
import io.coachflow.contracts.enrichment.Content;
import io.coachflow.llm.Described;

record ContentDraft(@Described("At most 120 characters") String tagline,
		@Described("Half a minute, spoken: at most 700 characters") String elevatorPitch,
		@Described("3 to 8 sections, from the top") List<SectionDraft> homepage,
		@Described("For a button: at most 60 characters") String callToAction,
		@Described("Three, for three networks") List<PostDraft> posts) implements Draft {

	enum Network {

		LINKEDIN, INSTAGRAM, FACEBOOK

	}

	record SectionDraft(@Described("At most 120 characters") String heading,
			@Described("At most 1,200 characters") String text) {
	}

	record PostDraft(Network network, @Described("At most 1,300 characters") String text) {
	}

	@Override
	public AgentResult finish(Brief brief) {
		return new Content(this.tagline.strip(), this.elevatorPitch.strip(),
				this.homepage.stream()
					.map((section) -> new Section(section.heading().strip(), section.text().strip()))
					.toList(),
				this.callToAction.strip(),
				this.posts.stream().map((post) -> new Post(Draft.id(post.network()), post.text().strip())).toList());
	}

}
