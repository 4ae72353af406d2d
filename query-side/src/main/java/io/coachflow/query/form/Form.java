package io.coachflow.query.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/**
 * The formats of responses.
 */
public enum Form {

	JSON(MediaType.APPLICATION_JSON),

	MARKDOWN(MediaType.parseMediaType("text/markdown")),

	CSV(MediaType.parseMediaType("text/csv")),

	PDF(MediaType.APPLICATION_PDF),

	ZIP(MediaType.parseMediaType("application/zip"));

	private final MediaType mediaType;

	Form(MediaType mediaType) {
		this.mediaType = mediaType;
	}

	/**
	 * The format that the client wants: the one it names, else the one that
	 * {@code Accept} prefers, else JSON.
	 * @param name the parameter {@code format}
	 * @param request whose {@code Accept} counts if there is no name
	 * @param others the formats that the endpoint offers beside JSON
	 * @throws ApiException if the client names another format, or accepts none of them
	 */
	public static Form of(@Nullable String name, HttpServletRequest request, Form... others) {
		List<Form> offered = new ArrayList<>(List.of(others));
		offered.addFirst(JSON);
		return of(name, Collections.list(request.getHeaders(HttpHeaders.ACCEPT)), offered);
	}

	static Form of(@Nullable String name, List<String> accept, List<Form> offered) {
		if (name == null) {
			return preferred(accept, offered);
		}
		return offered.stream()
			.filter((form) -> form.id().equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(() -> new ApiException(ErrorCode.INVALID_REQUEST, "There is no such format: use "
					+ offered.stream().map(Form::id).collect(Collectors.joining(" or ")) + "."));
	}

	/** Its media type; in UTF-8 if it is text. */
	public MediaType contentType() {
		return this.mediaType.getType().equals("text") ? MediaType.parseMediaType(this.mediaType + ";charset=UTF-8")
				: this.mediaType;
	}

	private static Form preferred(List<String> accept, List<Form> offered) {
		List<MediaType> accepted = accepted(accept);
		if (accepted.isEmpty()) {
			return JSON;
		}
		MimeTypeUtils.sortBySpecificity(accepted);
		return accepted.stream()
			.flatMap((type) -> best(type, offered, accepted).stream())
			.findFirst()
			.orElseThrow(() -> new ApiException(ErrorCode.NOT_ACCEPTABLE, "This is to be had as "
					+ offered.stream().map((form) -> form.mediaType.toString()).collect(Collectors.joining(" or as "))
					+ ": change Accept, or name the format with format=."));
	}

	private static Optional<Form> best(MediaType type, List<Form> offered, List<MediaType> accepted) {
		if (type.getQualityValue() == 0) {
			return Optional.empty();
		}
		// The format of errors (RFC 9457): a client that asks for it takes JSON
		if (type.equalsTypeAndSubtype(MediaType.APPLICATION_PROBLEM_JSON)) {
			return Optional.of(JSON);
		}
		return offered.stream()
			.filter((form) -> type.includes(form.mediaType) && !isRefused(form, accepted))
			.findFirst();
	}

	/** A quality of zero for the exact type overrides every range that includes it. */
	private static boolean isRefused(Form form, List<MediaType> accepted) {
		return accepted.stream()
			.anyMatch((type) -> type.getQualityValue() == 0 && type.equalsTypeAndSubtype(form.mediaType));
	}

	private static List<MediaType> accepted(List<String> accept) {
		try {
			return new ArrayList<>(MediaType.parseMediaTypes(accept));
		}
		catch (InvalidMediaTypeException _) {
			throw new ApiException(ErrorCode.NOT_ACCEPTABLE,
					"Accept is not a list of media types: correct it, or leave it out.");
		}
	}

	/** Its name in the parameter {@code format}, and the ending of its files. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
