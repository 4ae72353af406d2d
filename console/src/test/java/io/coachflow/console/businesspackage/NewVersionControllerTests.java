package io.coachflow.console.businesspackage;

import java.util.List;
import java.util.Locale;

import io.coachflow.console.api.ApiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NewVersionControllerTests {

	private static final String SESSION = "5a2f0b9e-4a53-4c0c-9a51-0d7d5b6f6a3c";

	private static final List<String> SEO = List.of("seo");

	private final PackageCalls calls = Mockito.mock(PackageCalls.class);

	private final NewVersionController controller = new NewVersionController(this.calls);

	private final Model model = new ExtendedModelMap();

	@BeforeEach
	void thereIsAPackage() {
		Mockito.when(this.calls.read(SESSION)).thenReturn(Samples.response("complete-en"));
	}

	@Test
	void whatWasAskedForIsFollowed() {
		Mockito.when(this.calls.regenerate(SESSION, SEO, "Warmer", 11L)).thenReturn(true);

		String view = several(List.of("seo", "seo", "astrologer"), " Warmer ", true);

		assertThat(view).isEqualTo(PackagePageController.BODY);
		assertThat(page().live()).isTrue();
		assertThat(this.model.getAttribute("notice")).isEqualTo("package.notice.asked");
		assertThat(this.model.getAttribute("wish")).isNull();
	}

	@Test
	void withoutAScriptThePageIsLoadedAnew() {
		Mockito.when(this.calls.regenerate(SESSION, SEO, null, 11L)).thenReturn(true);

		assertThat(several(SEO, "", false)).isEqualTo("redirect:/coach/" + SESSION + "/package");
	}

	@Test
	void nothingIsAskedForWhereNothingIsChosen() {
		String view = several(List.of(), "Warmer", false);

		assertThat(view).isEqualTo(PackagePageController.PAGE);
		assertThat(page().live()).isFalse();
		assertThat(this.model.getAttribute("notice")).isEqualTo("package.notice.none_chosen");
		assertThat(this.model.getAttribute("wish")).isEqualTo("Warmer");
		Mockito.verify(this.calls, Mockito.never())
			.regenerate(Mockito.any(), Mockito.anyList(), Mockito.any(), Mockito.any());
	}

	@Test
	void aFormOfAPackageThatChangedMeanwhileAsksNothing() {
		ApiException changed = error(412);
		Mockito.when(this.calls.regenerate(SESSION, SEO, "Warmer", 11L)).thenThrow(changed);

		several(SEO, "Warmer", true);

		assertThat(this.model.getAttribute("notice")).isEqualTo("package.notice.changed");
		assertThat(this.model.getAttribute("chosen")).isEqualTo(SEO);
	}

	@Test
	void otherRefusalsAreNotHidden() {
		ApiException refused = error(400);
		Mockito.when(this.calls.regenerate(SESSION, SEO, null, 11L)).thenThrow(refused);

		assertThatThrownBy(() -> several(SEO, "", true)).isSameAs(refused);
	}

	@Test
	void oneAgentIsAskedAgain() {
		this.controller.one(SESSION, "logo", true, Locale.ENGLISH, this.model);

		Mockito.verify(this.calls).regenerate(SESSION, "logo");
		assertThat(page().live()).isTrue();
	}

	private static ApiException error(int status) {
		ApiException error = Mockito.mock(ApiException.class);
		Mockito.when(error.status()).thenReturn(status);
		return error;
	}

	private String several(List<String> agents, String wish, boolean fragment) {
		return this.controller.several(SESSION, agents, wish, 11L, fragment, Locale.ENGLISH, this.model);
	}

	private PackagePage page() {
		return (PackagePage) this.model.getAttribute("pack");
	}

}
