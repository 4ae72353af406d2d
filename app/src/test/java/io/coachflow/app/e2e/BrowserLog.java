package io.coachflow.app.e2e;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.regex.Pattern;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the browser asked for, and what it complained about. Each is told once.
 */
final class BrowserLog {

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * What htmx writes when a stream has ended; the page then connects again. It is no
	 * fault of a page, and whether it is written depends on who closes first.
	 */
	private static final Pattern STREAM_ENDED = Pattern.compile("/htmx\\.min\\.js \\d+:\\d+ Event$");

	private final ChromeDriver driver;

	BrowserLog(ChromeDriver driver) {
		this.driver = driver;
	}

	/** The hosts that pages asked for anything. */
	Set<String> hosts() {
		Set<String> hosts = new TreeSet<>();
		for (LogEntry entry : this.driver.manage().logs().get(LogType.PERFORMANCE)) {
			JsonNode message = JSON.readTree(entry.getMessage()).path("message");
			if (message.path("method").asString("").equals("Network.requestWillBeSent")) {
				String url = message.at("/params/request/url").asString("");
				if (url.startsWith("http") || url.startsWith("ws")) {
					hosts.add(URI.create(url).getHost());
				}
			}
		}
		return hosts;
	}

	/**
	 * Errors of scripts and of the content security policy, and files that are missing.
	 */
	List<String> errors() {
		List<String> errors = new ArrayList<>();
		for (LogEntry entry : this.driver.manage().logs().get(LogType.BROWSER)) {
			if (entry.getLevel().intValue() >= Level.WARNING.intValue()
					&& !STREAM_ENDED.matcher(entry.getMessage()).find()) {
				errors.add(entry.getMessage());
			}
		}
		return errors;
	}

	/** Forgets what was so far. */
	void clear() {
		hosts();
		errors();
	}

}
