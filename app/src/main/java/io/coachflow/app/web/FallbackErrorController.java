package io.coachflow.app.web;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers requests that failed outside the controllers, in a filter or in the container.
 */
@Controller
class FallbackErrorController implements ErrorController {

	private final ErrorWriter writer;

	FallbackErrorController(ErrorWriter writer) {
		this.writer = writer;
	}

	@RequestMapping("${spring.web.error.path:/error}")
	void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
		int status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known) ? known : 404;
		this.writer.write(request, response, StatusErrors.codeOf(status), StatusErrors.messageOf(status));
	}

}
