package io.coachflow.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.coachflow.app.e2e.Caller.Answer;
import org.springframework.web.util.HtmlUtils;

/**
 * Somebody who visits the console without a browser: keeps cookies and sends forms, but
 * follows no redirect unasked.
 */
final class ConsoleVisitor {

	private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);

	private static final Pattern FIELD = Pattern.compile("<(?:input|button)\\b([^>]*)>");

	private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=\"([^\"]*)\"");

	private static final int MOST_REDIRECTS = 15;

	private final HttpClient http;

	private final String address;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private final List<String> setCookies = new ArrayList<>();

	ConsoleVisitor(HttpClient http, RunningCoachflow coachflow) {
		this.http = http;
		this.address = "http://localhost:" + coachflow.port();
	}

	/** Somebody who has signed in as a demo user. */
	static ConsoleVisitor signedIn(HttpClient http, RunningCoachflow coachflow, String user) {
		ConsoleVisitor visitor = new ConsoleVisitor(http, coachflow);
		visitor.signIn(user);
		return visitor;
	}

	/** Signs in and gives the first page. */
	Answer signIn(String user) {
		Answer page = follow("/oauth2/authorization/coachflow");
		Matcher forms = FORM.matcher(page.text());
		while (forms.find()) {
			if (forms.group(2).contains("value=\"" + user + "\"")) {
				String action = attributes(forms.group(1)).getOrDefault("action", page.response().uri().getPath());
				Answer first = follow(post(action, fields(forms.group(2), user)));
				if (first.status() != 200) {
					throw new AssertionError("No sign-in as " + user + ": " + first);
				}
				return first;
			}
		}
		throw new AssertionError("No form to sign in as " + user + ": " + page);
	}

	/** Hidden fields, and the button of the user. */
	private static Map<String, String> fields(String form, String user) {
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher found = FIELD.matcher(form);
		while (found.find()) {
			Map<String, String> field = attributes(found.group(1));
			boolean hidden = "hidden".equals(field.get("type"));
			if (field.containsKey("name") && (hidden || user.equals(field.get("value")))) {
				fields.put(field.get("name"), field.getOrDefault("value", ""));
			}
		}
		return fields;
	}

	private static Map<String, String> attributes(String tag) {
		Map<String, String> attributes = new LinkedHashMap<>();
		Matcher found = ATTRIBUTE.matcher(tag);
		while (found.find()) {
			attributes.put(found.group(1), HtmlUtils.htmlUnescape(found.group(2)));
		}
		return attributes;
	}

	/** The token that a page's forms carry. */
	String csrf(String path) {
		Matcher found = Pattern.compile("<meta\\b[^>]*name=\"csrf\"[^>]*>").matcher(get(path).text());
		if (!found.find()) {
			throw new AssertionError(path + " has no CSRF token");
		}
		return attributes(found.group()).getOrDefault("content", "");
	}

	Answer follow(String path) {
		return follow(get(path));
	}

	Answer follow(Answer first) {
		Answer answer = first;
		for (int i = 0; i < MOST_REDIRECTS && answer.status() / 100 == 3; i++) {
			URI next = answer.response().uri().resolve(answer.header("Location"));
			answer = get(next.toString());
		}
		return answer;
	}

	Answer get(String path, String... headers) {
		return send(request(path, headers).GET().build());
	}

	Answer post(String path, Map<String, String> fields, String... headers) {
		String body = fields.entrySet()
			.stream()
			.map((it) -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
			.collect(Collectors.joining("&"));
		return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	/** A request with this visitor's cookies. */
	HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address).resolve(path))
			.timeout(Duration.ofSeconds(30));
		if (!this.cookies.isEmpty()) {
			request.header("Cookie",
					this.cookies.entrySet()
						.stream()
						.map((it) -> it.getKey() + "=" + it.getValue())
						.collect(Collectors.joining("; ")));
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return request;
	}

	/** The cookies that the next request has. */
	Map<String, String> cookies() {
		return Map.copyOf(this.cookies);
	}

	/** Each cookie as the service set it, with its flags. */
	List<String> setCookies() {
		return List.copyOf(this.setCookies);
	}

	private Answer send(HttpRequest request) {
		try {
			long begun = System.nanoTime();
			HttpResponse<byte[]> response = this.http.send(request, HttpResponse.BodyHandlers.ofByteArray());
			response.headers().allValues("Set-Cookie").forEach(this::keep);
			return new Answer(response, Duration.ofNanos(System.nanoTime() - begun));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void keep(String cookie) {
		this.setCookies.add(cookie);
		String[] pair = cookie.split(";", 2)[0].split("=", 2);
		if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
			this.cookies.remove(pair[0]);
		}
		else {
			this.cookies.put(pair[0], pair[1]);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
