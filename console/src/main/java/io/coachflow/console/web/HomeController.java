package io.coachflow.console.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The first page: for those who are signed in, the first section that they may see.
 */
@Controller
class HomeController {

	@GetMapping("/")
	String home(@Nullable Authentication user, @RequestParam(required = false) @Nullable String refused, Model model) {
		List<Nav> sections = (user != null) ? Nav.of(user.getAuthorities()) : List.of();
		if (!sections.isEmpty()) {
			return "redirect:" + sections.getFirst().path();
		}
		model.addAttribute("refused", refused != null || user != null);
		model.addAttribute("signIn", SignIn.PATH);
		return "console/home";
	}

}
