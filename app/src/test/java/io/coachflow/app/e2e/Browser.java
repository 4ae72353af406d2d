package io.coachflow.app.e2e;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/**
 * A real browser, without a window, that reaches the application alone. Everything waits
 * for what it expects, so no test sleeps.
 */
final class Browser implements AutoCloseable {

	/** Generous: it ends a wait that nothing else would end. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Path PICTURES = Path.of("target/pictures");

	/** The first page after the sign-in depends on who signs in. */
	private static final Pattern SIGNED_IN = Pattern.compile("/(coach|history|figures|operations|stream)(/.*)?");

	private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

	static {
		// It warns that it knows no protocol of so new a browser, which the tests do not
		// use
		SELENIUM.setLevel(Level.SEVERE);
	}

	private final String address;

	private final Path profile;

	private final ChromeDriver driver;

	private final BrowserLog log;

	private Browser(RunningCoachflow coachflow, Path profile, ChromeDriver driver) {
		this.address = "http://localhost:" + coachflow.port();
		this.profile = profile;
		this.driver = driver;
		this.log = new BrowserLog(driver);
	}

	static Browser start(RunningCoachflow coachflow) throws IOException {
		Path profile = Files.createTempDirectory(Files.createDirectories(Path.of("target/e2e")), "browser")
			.toAbsolutePath();
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		logs.enable(LogType.PERFORMANCE, Level.ALL);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(InstalledBrowser.browser().orElseThrow().toString());
		options.setCapability("goog:loggingPrefs", logs);
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--hide-scrollbars", "--lang=en", "--window-size=1280,900",
				"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
				"--user-data-dir=" + profile);
		// With its path given, Selenium looks for no driver, so it loads and reports
		// nothing
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(InstalledBrowser.driver().orElseThrow().toFile())
			.usingAnyFreePort()
			.withSilent(true)
			.build();
		Browser browser = new Browser(coachflow, profile, new ChromeDriver(service, options));
		browser.speak("en");
		browser.size(1280, 900);
		return browser;
	}

	void size(int width, int height) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
	}

	void dark(boolean dark) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
						Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
	}

	void offline(boolean offline) {
		this.driver.executeCdpCommand("Network.enable", Map.of());
		this.driver.executeCdpCommand("Network.emulateNetworkConditions",
				Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
	}

	/** From the next page on, the browser prefers that language. */
	void speak(String language) {
		this.driver.executeCdpCommand("Emulation.setUserAgentOverride",
				Map.of("userAgent", script("return navigator.userAgent"), "acceptLanguage", language));
	}

	/** Signs in as one of the demo users, from the first page on. */
	void signIn(String user) {
		open("/");
		click("a[href*='/oauth2/authorization/'], form[action*='/oauth2/authorization/'] button");
		choose(user);
	}

	/** Picks one of the demo users on the issuer's page. */
	void choose(String user) {
		By button = By.xpath(("//form//button[@value='%1$s'] | //form[.//input[@value='%1$s']]//button"
				+ " | //button[normalize-space()='%1$s' or starts-with(normalize-space(), '%1$s ')]")
			.formatted(user));
		until(() -> {
			this.driver.findElement(button).click();
			return true;
		});
		until(() -> SIGNED_IN.matcher(path()).matches());
	}

	void signOut() {
		click("form[action*='logout'] button, form[action*='sign-out'] button, form[action*='signout'] button");
		until(() -> !SIGNED_IN.matcher(path()).matches());
	}

	/** As if the browser had never been here. */
	void forget() {
		open("/");
		this.driver.manage().deleteAllCookies();
		script("localStorage.clear()");
	}

	void open(String path) {
		this.driver.get(this.address + path);
	}

	String path() {
		return URI.create(this.driver.getCurrentUrl()).getPath();
	}

	String title() {
		return String.valueOf(this.driver.getTitle());
	}

	/** What a reader sees of the page. */
	String text() {
		return text("body");
	}

	String text(String css) {
		return awaited(() -> this.driver.findElement(By.cssSelector(css)).getText());
	}

	String value(String css) {
		return String.valueOf(script("return document.querySelector(arguments[0]).value", css));
	}

	String attribute(String css, String name) {
		return String
			.valueOf(script("return document.querySelector(arguments[0]).getAttribute(arguments[1])", css, name));
	}

	int count(String css) {
		return this.driver.findElements(By.cssSelector(css)).size();
	}

	/** Waits for an element that is to be seen. */
	WebElement await(String css) {
		return awaited(() -> {
			WebElement found = this.driver.findElement(By.cssSelector(css));
			return found.isDisplayed() ? found : null;
		});
	}

	void awaitText(String css, String part) {
		until(() -> text(css).contains(part));
	}

	void awaitPath(String path) {
		until(() -> path().equals(path));
	}

	void awaitCount(String css, int count) {
		until(() -> count(css) == count);
	}

	void click(String css) {
		until(() -> {
			WebElement found = this.driver.findElement(By.cssSelector(css));
			script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", found);
			found.click();
			return true;
		});
	}

	/** Opens what is folded up, by its content. */
	void unfold(String css) {
		until(() -> {
			WebElement found = this.driver.findElement(By.cssSelector(css));
			if (!found.isDisplayed()) {
				found.findElement(By.xpath("ancestor::details[1]/summary")).click();
			}
			return found.isDisplayed();
		});
	}

	/** Writes over what stands in a field. */
	void type(String css, String text) {
		until(() -> {
			WebElement field = this.driver.findElement(By.cssSelector(css));
			field.clear();
			field.sendKeys(text);
			return true;
		});
	}

	void press(String css, Keys... keys) {
		await(css).sendKeys(keys);
	}

	@Nullable Object script(String script, Object... arguments) {
		return this.driver.executeScript(script, arguments);
	}

	/** Runs a script that gives a promise, and waits for what it promises. */
	@Nullable Object promised(String script, Object... arguments) {
		return this.driver.executeAsyncScript("const done = arguments[arguments.length - 1];" + "(async function () {"
				+ script + "}).apply(null, Array.from(arguments).slice(0, -1))"
				+ ".then(done, (error) => done('failed: ' + error));", arguments);
	}

	/** Opens another tab and goes there. */
	void newTab() {
		this.driver.switchTo().newWindow(WindowType.TAB);
	}

	/** The key of the tab that is to be seen. */
	String tab() {
		return this.driver.getWindowHandle();
	}

	void switchTo(String tab) {
		this.driver.switchTo().window(tab);
	}

	BrowserLog log() {
		return this.log;
	}

	/** Puts what is to be seen now into target/pictures. */
	void picture(String name) throws IOException {
		Files.createDirectories(PICTURES);
		Files.write(PICTURES.resolve(name + ".png"), this.driver.getScreenshotAs(OutputType.BYTES));
	}

	void until(BooleanSupplier condition) {
		awaited(() -> condition.getAsBoolean() ? Boolean.TRUE : null);
	}

	private <T> T awaited(Supplier<@Nullable T> attempt) {
		return new WebDriverWait(this.driver, PATIENCE, Duration.ofMillis(50))
			.ignoreAll(List.of(NoSuchElementException.class, StaleElementReferenceException.class,
					ElementNotInteractableException.class, JavascriptException.class))
			.until((_) -> attempt.get());
	}

	@Override
	public void close() {
		this.driver.quit();
		FileSystemUtils.deleteRecursively(this.profile.toFile());
	}

}
