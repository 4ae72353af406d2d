package io.coachflow.app.web;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Takes {@code Accept: application/problem+json} as the wish for errors in the form of
 * RFC 9457; successful responses are JSON all the same.
 */
class ProblemDetailsAccept extends HeaderContentNegotiationStrategy {

	@Override
	public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
		List<MediaType> accepted = super.resolveMediaTypes(request);
		return accepted.stream().anyMatch(ProblemDetailsAccept::isWanted)
				? Stream.concat(accepted.stream(), Stream.of(MediaType.APPLICATION_JSON)).toList() : accepted;
	}

	static boolean isIn(HttpServletRequest request) {
		try {
			return MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
				.stream()
				.anyMatch(ProblemDetailsAccept::isWanted);
		}
		catch (InvalidMediaTypeException _) {
			return false;
		}
	}

	private static boolean isWanted(MediaType type) {
		return type.equalsTypeAndSubtype(MediaType.APPLICATION_PROBLEM_JSON) && type.getQualityValue() > 0;
	}

}
