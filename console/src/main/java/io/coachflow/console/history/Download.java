package io.coachflow.console.history;

import io.coachflow.console.api.ApiException;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Has the browser keep what the API sends.
 */
@FunctionalInterface
interface Download {

	void copyTo(HttpServletResponse response);

	/** Sends the file, unless the API refuses it: an error is a page. */
	default void send(String fileName, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(fileName).build().toString());
		try {
			copyTo(response);
		}
		catch (ApiException ex) {
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().build().toString());
			throw ex;
		}
	}

}
