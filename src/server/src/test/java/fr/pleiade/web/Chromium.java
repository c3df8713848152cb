package fr.pleiade.web;

import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Wait;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser without windows, whose reader prefers French; who starts it ends it. */
final class Chromium {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private Chromium() {}

    /** {@return what waits half a minute for something to come true, and looks fifty times a second} */
    static Wait<WebDriver> patience(ChromeDriver browser) {
        return new WebDriverWait(browser, Duration.ofSeconds(30), Duration.ofMillis(20));
    }

    /** Starts one; the test is skipped, and says so, where it is not installed ({@code .ci/run} installs it). */
    static ChromeDriver start() throws IOException {
        Needed.file(PROGRAM, "install chromium");
        Needed.file(DRIVER, "install chromium-driver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(PROGRAM.toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
                "--accept-lang=fr",
                "--user-data-dir=" + Files.createTempDirectory("pleiade-browser"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable("performance", Level.ALL);
        logs.enable("browser", Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
    }
}
