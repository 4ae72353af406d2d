package io.coachflow.console.coach;

import java.util.List;
import java.util.Map;

import io.coachflow.console.api.ApiException;
import io.coachflow.contracts.rest.CoachingResponse;
import io.coachflow.contracts.session.SessionStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.View;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

class CoachPagesTests {

	private static final String PAGE = "/coach/" + Samples.SESSION;

	private static final String KEY = "0b9e5a2f-4a53-4c0c-9a51-0d7d5b6f6a3c";

	private final CoachingCalls calls = mock(CoachingCalls.class);

	private final Conversations conversations = mock(Conversations.class);

	private final MockMvc pages = MockMvcBuilders
		.standaloneSetup(new ConversationController(this.calls, this.conversations),
				new AnswersController(this.calls, this.conversations))
		.setSingleView(mock(View.class))
		.build();

	@BeforeEach
	void aSessionAtItsSecondStep() {
		Conversation talk = Conversation.of(Samples.session(SessionStatus.IN_PROGRESS, "Now?"),
				SessionLog.of(Samples.corrected()), null, "en");
		given(this.conversations.read(any(), any())).willReturn(talk);
		given(this.conversations.answered(any(), any())).willReturn(talk);
	}

	@Test
	void theLastAnswerOpensThePackage() throws Exception {
		given(this.calls.answer(any(), any())).willReturn(new CoachingResponse(Samples.SESSION, SessionStatus.COMPLETED,
				"completed", "Done.", List.of(), List.of(), List.of(), Map.of(), 0.8, true, 9, null));
		this.pages.perform(post(PAGE + "/answers").header("HX-Request", "true").param("step", "offre"))
			.andExpect(header().string("HX-Redirect", PAGE + "/package"))
			.andExpect(header().string("Coach-Accepted", Samples.SESSION + ".offre"));
		this.pages.perform(post(PAGE + "/answers").param("step", "offre"))
			.andExpect(view().name("redirect:/coach/{sessionId}/package"));
	}

	@Test
	void aFormSentAgainHasTheSameKey() throws Exception {
		given(this.calls.answer(any(), any())).willReturn(Samples.resumed("Now?"));
		ArgumentCaptor<AnswerForm> sent = ArgumentCaptor.forClass(AnswerForm.class);
		this.pages.perform(post(PAGE + "/answers").param("key", KEY).param("answer", "one\r\ntwo"));
		verify(this.calls).answer(eq(Samples.SESSION), sent.capture());
		assertThat(sent.getValue().key()).isEqualTo(KEY);
		assertThat(sent.getValue().text()).isEqualTo("one\ntwo");
	}

	@Test
	void anAnswerToAStepThatWasAnsweredElsewhereIsNotLost() throws Exception {
		ApiException refusal = refusal(400, "INVALID_STEP");
		given(this.calls.answer(any(), any())).willThrow(refusal);
		this.pages.perform(
				post(PAGE + "/answers").header("HX-Request", "true").param("step", "vision").param("answer", "Ours."))
			.andExpect(view().name("console/coach/conversation :: conversation"))
			.andExpect(model().attribute("notice", Notice.warning("coach.notice.elsewhere", "vision")))
			.andExpect(model().attributeExists("unsent"))
			.andExpect(header().doesNotExist("Coach-Accepted"));
	}

	@Test
	void aTextThatIsTooLongStaysInTheBox() throws Exception {
		ApiException refusal = refusal(400, "INVALID_REQUEST");
		given(this.calls.answer(any(), any())).willThrow(refusal);
		Object box = this.pages.perform(
				post(PAGE + "/answers").param("step", "mission").param("answer", "a".repeat(10_001)).param("key", KEY))
			.andExpect(view().name("console/coach/session"))
			.andReturn()
			.getModelAndView()
			.getModel()
			.get("box");
		assertThat(box).isInstanceOfSatisfying(AnswerBox.class, (it) -> {
			assertThat(it.text()).hasSize(10_001);
			assertThat(it.problem()).isEqualTo("coach.problem.long");
			assertThat(it.key()).isNotEqualTo(KEY);
		});
	}

	@Test
	void aCorrectionIsSentForTheSessionAsItIsIfItsAnswerIsUnchanged() throws Exception {
		given(this.calls.log(any())).willReturn(SessionLog.of(Samples.answered()));
		ApiException refusal = refusal(412, "CONFLICT");
		given(this.calls.revise(any(), any())).willThrow(refusal)
			.willReturn(Samples.session(SessionStatus.IN_PROGRESS, "Now?"));
		this.pages.perform(correction(1)).andExpect(view().name("console/coach/answer :: turn"));
		ArgumentCaptor<AnswerEdit> sent = ArgumentCaptor.forClass(AnswerEdit.class);
		verify(this.calls, times(2)).revise(eq(Samples.SESSION), sent.capture());
		assertThat(sent.getAllValues()).extracting(AnswerEdit::sequence).containsExactly(1L, 3L);
		assertThat(sent.getAllValues()).extracting(AnswerEdit::key).containsExactly(KEY, KEY);
	}

	@Test
	void aCorrectionOfAnAnswerThatWasChangedElsewhereAsksFirst() throws Exception {
		given(this.calls.log(any())).willReturn(SessionLog.of(Samples.corrected()));
		ApiException refusal = refusal(412, "CONFLICT");
		given(this.calls.revise(any(), any())).willThrow(refusal);
		Object edit = this.pages.perform(correction(1))
			.andExpect(view().name("console/coach/answer :: form"))
			.andReturn()
			.getModelAndView()
			.getModel()
			.get("edit");
		assertThat(edit).isInstanceOfSatisfying(AnswerEdit.class, (it) -> {
			assertThat(it.problem()).isEqualTo("coach.problem.changed");
			assertThat(it.text()).isEqualTo("Ours.");
			assertThat(it.sequence()).isEqualTo(3);
		});
	}

	private static MockHttpServletRequestBuilder correction(long sequence) {
		return post(PAGE + "/answers/vision").header("HX-Request", "true")
			.param("answer", "Ours.")
			.param("key", KEY)
			.param("sequence", Long.toString(sequence));
	}

	private static ApiException refusal(int status, String error) {
		ApiException refusal = mock(ApiException.class);
		given(refusal.status()).willReturn(status);
		given(refusal.error()).willReturn(error);
		given(refusal.message()).willReturn("Refused.");
		return refusal;
	}

}
