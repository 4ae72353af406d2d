package io.coachflow.console.web;

import java.security.Principal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the layout of every page shows.
 */
@ControllerAdvice("io.coachflow.console")
class ConsoleModel {

	@ModelAttribute("nav")
	List<Nav> nav(@Nullable Authentication user) {
		return (user != null) ? Nav.of(user.getAuthorities()) : List.of();
	}

	@ModelAttribute("user")
	@Nullable String user(@Nullable Principal user) {
		return (user != null) ? user.getName() : null;
	}

}
