package io.coachflow.console.businesspackage;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.coachflow.contracts.enrichment.Agent;
import io.coachflow.contracts.rest.PackageResponse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackagePageTests {

	@Test
	void aCompletePackageIsShownWholeAndNotFollowed() {
		PackagePage page = Samples.page("complete-en");

		assertThat(page.status()).isEqualTo("complete");
		assertThat(page.live()).isFalse();
		assertThat(page.ready()).isEqualTo(5);
		assertThat(page.stale()).isZero();
		assertThat(page.name()).isEqualTo("Teranga Table");
		assertThat(page.language()).isEqualTo("en");
		assertThat(page.agents()).extracting(AgentCard::id)
			.containsExactly("research", "content", "logo", "seo", "template");
		assertThat(page.research()).isNotNull();
		assertThat(page.content()).isNotNull();
		assertThat(page.logos()).hasSize(3);
		assertThat(page.seo()).isNotNull();
		assertThat(page.site()).isNotNull();
		assertThat(page.wireframe()).isNotNull();
		assertThat(page.structuredData()).contains("\"@type\" : \"Restaurant\"");
	}

	@Test
	void agentsThatWaitWorkSucceedOrFailAreToldApart() {
		PackagePage page = Samples.page("partial-fr");

		assertThat(page.agents()).extracting(AgentCard::state)
			.containsExactly("failed", "pending", "running", "succeeded", "succeeded");
		assertThat(page.agents()).extracting(AgentCard::settled).containsExactly(true, false, false, true, true);
		assertThat(page.card("research").fault()).isEqualTo("timeout");
		assertThat(page.card("research").retryPath())
			.isEqualTo("/coach/5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c/package/agents/research/regenerate");
		assertThat(page.card("logo").showsFormerResult()).isTrue();
		assertThat(page.research()).isNull();
		assertThat(page.logos()).hasSize(1);
		assertThat(page.ready()).isEqualTo(2);
	}

	@Test
	void aPackageThatWasJustAskedForIsFollowedFromTheBeginning() {
		PackagePage page = PackagePage.of(PackageResponse.expected("s"), Locale.ENGLISH);

		assertThat(page.live()).isTrue();
		assertThat(page.livePath()).isEqualTo("/coach/s/package/live");
		assertThat(page.brief()).isNull();
		assertThat(page.language()).isNull();
		assertThat(page.hasAnyResult()).isFalse();
		assertThat(page.agents()).hasSize(5).extracting(AgentCard::state).containsOnly("pending");
	}

	@Test
	void aPageIsFollowedFromWhatItShows() {
		PackagePage page = Samples.page("complete-en").following();

		assertThat(page.live()).isTrue();
		assertThat(page.livePath()).endsWith("/package/live?after=11");
	}

	@Test
	void aResultTellsWhatChangedSinceItWasMade() {
		PackageResponse response = Samples.response("complete-en");
		AgentCard card = AgentCard.of("s", Agent.CONTENT,
				Objects.requireNonNull(response.agents().get("content")).staleBecause(List.of("offre")),
				Locale.ENGLISH);

		assertThat(card.stale()).isTrue();
		assertThat(card.changed()).containsExactly("offre");
	}

	@Test
	void anOriginTellsRulesFromModelsAndWritesFiguresInTheReadersLanguage() {
		PackagePage page = PackagePage.of(Samples.response("complete-en"), Locale.FRENCH);
		Origin model = Objects.requireNonNull(page.card("research").origin());
		Origin rules = Objects.requireNonNull(page.card("content").origin());

		assertThat(model.source()).isEqualTo("model");
		assertThat(model.seconds()).isEqualTo("2,3");
		assertThat(model.price()).isEqualTo("0,0123");
		assertThat(model.free()).isFalse();
		assertThat(model.hash()).isEqualTo("9f86d081884c");
		assertThat(model.inputs()).isNull();
		assertThat(rules.source()).isEqualTo("offline");
		assertThat(rules.free()).isTrue();
	}

	@Test
	void inferredFactsAreMarked() {
		BriefCard brief = Objects.requireNonNull(Samples.page("partial-fr").brief());

		assertThat(brief.inferredName()).isTrue();
		assertThat(brief.inferredSector()).isTrue();
		assertThat(brief.answers()).extracting(BriefCard.Answer::step)
			.containsExactly("vision", "mission", "clientele", "differentiation", "offre");
	}

	@Test
	void anotherGenerationOfLogosHasOtherAddresses() {
		assertThat(Samples.page("complete-en").logos()).extracting(LogoCard::image)
			.contains("/coach/5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c/package/logo/2.svg?v=1");
		assertThat(Samples.page("complete-en").logos()).extracting(LogoCard::leading)
			.containsExactly(true, false, false);
	}

	@Test
	void theBrowsersMemoryComesBeforeThePagesAndIsANumber() {
		assertThat(PackagePageController.sequence("12", "7")).isEqualTo("12");
		assertThat(PackagePageController.sequence("", "7")).isEqualTo("7");
		assertThat(PackagePageController.sequence("x\r\ny: z", "7")).isNull();
		assertThat(PackagePageController.sequence(null, null)).isNull();
	}

	@Test
	void aWishIsWhatIsLeftOfItWithoutBlanks() {
		assertThat(NewVersionController.text(" a\r\nb ")).isEqualTo("a\nb");
		assertThat(NewVersionController.text("  ")).isNull();
	}

}
