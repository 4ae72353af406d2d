package io.coachflow.app.web;

import java.io.IOException;

import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.node.NodeRole;
import io.coachflow.contracts.node.NodeRoles;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A node without the role {@code api} answers operators only. Runs after the security
 * filters.
 */
@Component
class ApiRoleFilter extends OncePerRequestFilter {

	private final ErrorWriter writer;

	private final boolean hasRole;

	ApiRoleFilter(ErrorWriter writer, NodeRoles roles) {
		this.writer = writer;
		this.hasRole = roles.include(NodeRole.API);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return this.hasRole || !request.getServletPath().startsWith("/api/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.writer.write(request, response, ErrorCode.NOT_FOUND,
				"This node does not answer requests: " + NodeRoles.SETTING + " leaves api out. Ask another node.");
	}

}
