package io.coachflow.query.businesspackage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/**
 * The forms in which a package can be had.
 */
enum PackageFormat {

	JSON(MediaType.APPLICATION_JSON),

	MARKDOWN(MediaType.parseMediaType("text/markdown"));

	private final MediaType mediaType;

	PackageFormat(MediaType mediaType) {
		this.mediaType = mediaType;
	}

	/**
	 * The form that the client wants: the one it names, else the one it likes best, else
	 * JSON.
	 * @param name the parameter {@code format}
	 * @param accepted the values of {@code Accept}
	 * @throws ApiException if the name is none
	 */
	static PackageFormat of(@Nullable String name, List<String> accepted) {
		if (name == null) {
			return preferred(accepted);
		}
		return Arrays.stream(values())
			.filter((format) -> format.id().equals(name))
			.findFirst()
			.orElseThrow(() -> new ApiException(ErrorCode.INVALID_REQUEST, "There is no such format: use "
					+ Arrays.stream(values()).map(PackageFormat::id).collect(Collectors.joining(" or ")) + "."));
	}

	private static PackageFormat preferred(List<String> accepted) {
		List<MediaType> types = MediaType.parseMediaTypes(accepted);
		MimeTypeUtils.sortBySpecificity(types);
		return types.stream()
			.flatMap((type) -> Arrays.stream(values()).filter((format) -> type.includes(format.mediaType)))
			.findFirst()
			.orElse(JSON);
	}

	private String id() {
		return name().toLowerCase();
	}

}
