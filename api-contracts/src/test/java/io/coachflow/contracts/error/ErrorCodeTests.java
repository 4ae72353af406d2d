package io.coachflow.contracts.error;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("An error")
class ErrorCodeTests {

	@ParameterizedTest(name = "{0} is {1} {2}")
	@CsvSource({ "INVALID_REQUEST, 400, INVALID_REQUEST", "INVALID_STEP, 400, INVALID_STEP",
			"UNAUTHORIZED, 401, UNAUTHORIZED", "FORBIDDEN, 403, FORBIDDEN", "SESSION_NOT_FOUND, 404, SESSION_NOT_FOUND",
			"SESSION_EXPIRED, 404, SESSION_EXPIRED", "NOT_FOUND, 404, NOT_FOUND",
			"METHOD_NOT_ALLOWED, 405, METHOD_NOT_ALLOWED", "NOT_ACCEPTABLE, 406, NOT_ACCEPTABLE",
			"CONFLICT, 409, CONFLICT", "PRECONDITION_FAILED, 412, CONFLICT",
			"PAYLOAD_TOO_LARGE, 413, PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE, 415, UNSUPPORTED_MEDIA_TYPE",
			"IDEMPOTENCY_KEY_REUSED, 422, IDEMPOTENCY_KEY_REUSED", "INTERNAL_ERROR, 500, INTERNAL_ERROR",
			"SERVICE_UNAVAILABLE, 503, SERVICE_UNAVAILABLE" })
	void hasTheStatusAndTheNameOfTheContract(ErrorCode code, int status, String name) {
		assertThat(code.status()).isEqualTo(status);
		assertThat(code.wireName()).isEqualTo(name);
	}

	@Test
	void isToldWithoutAStackTrace() {
		ApiException refusal = new ApiException(ErrorCode.INVALID_STEP, "Answer mission next.");
		assertThat(refusal).hasMessage("Answer mission next.");
		assertThat(refusal.getStackTrace()).isEmpty();
	}

}
