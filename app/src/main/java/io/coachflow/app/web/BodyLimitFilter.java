package io.coachflow.app.web;

import java.io.IOException;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over 64 KiB: at once if the length is announced, else as soon as more
 * has been received. Runs after the security filters, so the body of an unauthenticated
 * request is never read.
 */
@Component
public class BodyLimitFilter extends OncePerRequestFilter {

	/** In bytes. */
	public static final int LIMIT = 64 * 1024;

	private final ErrorWriter writer;

	BodyLimitFilter(ErrorWriter writer) {
		this.writer = writer;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > LIMIT) {
			this.writer.write(request, response, ErrorCode.PAYLOAD_TOO_LARGE, StatusErrors.messageOf(413));
			return;
		}
		chain.doFilter(new LimitedRequest(request), response);
	}

	private static final class LimitedRequest extends HttpServletRequestWrapper {

		LimitedRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new LimitedStream(super.getInputStream());
		}

	}

	private static final class LimitedStream extends ServletInputStream {

		private final ServletInputStream body;

		private int read;

		LimitedStream(ServletInputStream body) {
			this.body = body;
		}

		@Override
		public int read() throws IOException {
			int next = this.body.read();
			count((next >= 0) ? 1 : 0);
			return next;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int count = this.body.read(buffer, offset, length);
			count(Math.max(count, 0));
			return count;
		}

		private void count(int bytes) {
			this.read += bytes;
			if (this.read > LIMIT) {
				throw new ApiException(ErrorCode.PAYLOAD_TOO_LARGE, StatusErrors.messageOf(413));
			}
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
