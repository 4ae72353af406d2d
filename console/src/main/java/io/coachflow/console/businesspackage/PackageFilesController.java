package io.coachflow.console.businesspackage;

import java.io.IOException;

import io.coachflow.console.api.ApiCall;
import io.coachflow.console.api.CoachflowApi;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands on a package's documents and drawings.
 */
@Controller
@RequestMapping(PackagePageController.PATH)
class PackageFilesController {

	/** A drawing that somebody opens by itself runs nothing and loads nothing. */
	static final String CLOSED = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

	private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

	private final CoachflowApi api;

	PackageFilesController(CoachflowApi api) {
		this.api = api;
	}

	@GetMapping("/logo/{n:[1-9]}.svg")
	ResponseEntity<byte[]> logo(@PathVariable String sessionId, @PathVariable int n) {
		byte[] drawing = this.api
			.call(HttpMethod.GET, "/api/v1/coaching/session/{session_id}/package/logo/{n}.svg", sessionId, n)
			.accept(SVG)
			.bytes();
		return ResponseEntity.ok()
			.contentType(SVG)
			.header("Content-Security-Policy", CLOSED)
			.header("X-Content-Type-Options", "nosniff")
			.body(drawing);
	}

	@GetMapping("/download")
	@Nullable ResponseEntity<byte[]> download(@PathVariable String sessionId, @RequestParam String format,
			HttpServletResponse response) throws IOException {
		PackageFormat wanted = PackageFormat.of(format)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		ApiCall call = this.api
			.call(HttpMethod.GET, "/api/v1/coaching/session/{session_id}/package?format={format}", sessionId,
					wanted.apiName())
			.accept(wanted.mediaType());
		if (wanted.isNamedByApi()) {
			call.copyTo(response);
			return null;
		}
		return ResponseEntity.ok()
			.contentType(wanted.mediaType())
			.header("X-Content-Type-Options", "nosniff")
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(wanted.fileName(sessionId)).build().toString())
			.body(call.bytes());
	}

}
