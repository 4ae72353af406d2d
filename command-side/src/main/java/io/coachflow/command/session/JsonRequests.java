package io.coachflow.command.session;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads request bodies strictly: one JSON object in UTF-8, nested at most 32 levels,
 * without duplicate names, and without converting other types to strings. Unknown fields
 * are ignored.
 */
@Component
public class JsonRequests {

	private static final int MAX_NESTING = 32;

	private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
		// Names and numbers may be as long as the body: unknown fields are never
		// converted
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(MAX_NESTING)
			.maxNameLength(Integer.MAX_VALUE)
			.maxNumberLength(Integer.MAX_VALUE)
			.build())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build())
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.withCoercionConfig(LogicalType.Textual,
				(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
		.build();

	/**
	 * Reads a body.
	 * @param body the bytes as sent; an absent or empty body counts as <code>{}</code>
	 * @throws ApiException with {@link ErrorCode#INVALID_REQUEST}, saying what is wrong
	 */
	public <T> T read(byte @Nullable [] body, Class<T> type) {
		String json = (body != null && body.length > 0) ? utf8(body) : "{}";
		try {
			T request = this.mapper.readValue(json, type);
			if (request == null) {
				throw invalid("The body is null. Send a JSON object.");
			}
			return request;
		}
		catch (StreamConstraintsException _) {
			throw invalid("The body is nested too deeply: at most " + MAX_NESTING + " levels.");
		}
		catch (DatabindException ex) {
			throw invalid("The body is not the JSON object that is expected: " + where(ex));
		}
		catch (JacksonException ex) {
			throw invalid("The body is not valid JSON (line " + ex.getLocation().getLineNr() + ", column "
					+ ex.getLocation().getColumnNr() + ").");
		}
	}

	private static String utf8(byte[] body) {
		if (begins(body, 0xef, 0xbb, 0xbf)) {
			throw invalid("The body begins with a byte order mark (EF BB BF): send JSON without one.");
		}
		if (begins(body, 0xfe, 0xff) || begins(body, 0xff, 0xfe)) {
			throw invalid("The body begins with the byte order mark of UTF-16: send JSON in UTF-8, without one.");
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
		}
		catch (CharacterCodingException _) {
			throw invalid("The body is not valid UTF-8.");
		}
	}

	private static boolean begins(byte[] body, int... mark) {
		for (int i = 0; i < mark.length; i++) {
			if (i >= body.length || (body[i] & 0xff) != mark[i]) {
				return false;
			}
		}
		return true;
	}

	private static String where(DatabindException ex) {
		String field = ex.getPath()
			.stream()
			.map((reference) -> String.valueOf(reference.getPropertyName()))
			.reduce((_, last) -> last)
			.orElse("");
		return field.isEmpty() ? "send an object." : "check the type of " + field + ".";
	}

	private static ApiException invalid(String message) {
		return new ApiException(ErrorCode.INVALID_REQUEST, message);
	}

}
