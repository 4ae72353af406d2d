package io.coachflow.console.web;

import io.coachflow.console.api.ApiException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page of those who asked for what is not theirs.
 */
@Controller
class RefusedController {

	@RequestMapping(Refused.PAGE)
	String refused() {
		throw new ApiException(403, "FORBIDDEN",
				"You may not do this here: your account has no right to this page, or the page is too old. Go back to the first page.",
				null);
	}

}
