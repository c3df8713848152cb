package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * What people come for, from the home page, in a real browser: each with three clicks at most, the Enter key behind a search not counted,
 * and some by keyboard alone.
 */
class TasksTest {
    private static final int MOST_CLICKS = 3;
    private static final int MOST_TABS = 200;
    private static final String SEARCH = "#masthead-search";
    private static final String SCHOOL = "/etablissement/y52D7";

    private static ChromeDriver browser;
    private int clicks;

    @BeforeAll
    static void open() throws IOException {
        browser = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    private void home(String language) {
        clicks = 0;
        browser.get(sample().origin() + "?lang=" + language);
    }

    private void click(String what) {
        clicks++;
        assertThat(clicks)
                .as("clicks, the last on %s of %s", what, browser.getCurrentUrl())
                .isLessThanOrEqualTo(MOST_CLICKS);
        WebElement target = browser.findElement(By.cssSelector(what));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", target);
        target.click();
        passProxy();
    }

    /** What is published has addresses elsewhere, as behind a proxy: here the proxy is the test. */
    private static void passProxy() {
        String address = browser.getCurrentUrl();
        if (address.startsWith(ServedSample.BASE)) {
            browser.get(sample().origin() + ServedSample.path(address));
        }
    }

    private void search(String text) {
        browser.findElement(By.cssSelector(SEARCH)).sendKeys(text, Keys.ENTER);
        awaitAddress("/search");
    }

    private static void awaitAddress(String part) {
        Chromium.patience(browser).until(b -> b.getCurrentUrl().contains(part));
    }

    private static String heading() {
        return browser.findElement(By.tagName("h1")).getText();
    }

    private static String link(String address) {
        return "main a[href*='" + address + "']";
    }

    /** Goes on with the tabulator until something has the focus: the keys are pressed at once, and those after it do nothing. */
    private static void tabTo(String what) {
        browser.executeScript("""
                const what = arguments[0];
                window.there = new AbortController();
                addEventListener('keydown', (event) => {
                    if (event.key === 'Tab' && document.activeElement.matches(what)) event.preventDefault();
                }, {capture: true, signal: there.signal});""", what);
        browser.switchTo().activeElement().sendKeys(Keys.TAB.toString().repeat(MOST_TABS));
        boolean isThere = Boolean.TRUE.equals(
                browser.executeScript("there.abort(); return document.activeElement.matches(arguments[0])", what));
        if (!isThere) {
            throw new AssertionError("no way by keyboard to " + what + " on " + browser.getCurrentUrl());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr, EHESS",
        "en, EHESS",
        "fr, ecole des hautes etudes en sciences sociales",
        "fr, 0753742K",
        "en, 0753742k",
        "fr, 197 537 426",
        "en, 197537426"
    })
    void anInstitutionIsFoundByItsNameOrItsCodes(String language, String text) {
        home(language);
        search(text);
        click(".results a");
        awaitAddress(SCHOOL);
        assertThat(heading()).containsAnyOf("sciences sociales", "Social Sciences");
        assertThat(browser.findElement(By.className("identifiers")).getText()).contains("0753742K");
        assertThat(browser.findElements(By.cssSelector(".map svg")))
                .as("where it is")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theInstitutionsOfARegionAreListed(String language) {
        home(language);
        search("Bretagne");
        click(link("/region/53"));
        awaitAddress("/region/53");
        click("main a[href*='/list/etablissement'][href*='in=region']");
        awaitAddress("/list/etablissement");
        assertThat(browser.findElements(By.cssSelector(".list tbody tr"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void twoInstitutionsAreCompared(String language) {
        home(language);
        click(link("/dataset/etablissements"));
        click(link("/list/etablissement"));
        click("form[action='/compare'] button");
        awaitAddress("/compare");
        assertThat(browser.findElements(By.cssSelector("main table"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aListIsTakenForASpreadsheet(String language) {
        home(language);
        click(link("/dataset/etablissements"));
        click(link("/list/etablissement"));
        WebElement file = browser.findElement(By.cssSelector(link(".excel.csv"))); // the third click
        assertThat(file.isDisplayed()).isTrue();
        String address = file.getDomProperty("href").replace(sample().origin(), "");
        assertThat(sample().get(address).body()).startsWith("\uFEFF").contains(language.equals("fr") ? ";" : ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whatChangedIsTold(String language) {
        home(language);
        click("footer a[href='/changes']");
        awaitAddress("/changes");
        assertThat(heading()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theLicenceStandsOnEachPageAndPythonOnTheFirst(String language) {
        home(language);
        assertThat(browser.findElement(By.tagName("footer")).getText()).containsIgnoringCase("Licence");
        click("#developers summary");
        assertThat(browser.findElement(By.id("developers")).getText()).contains("rdflib");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void anErrorIsReportedFromWhereItIs(String language) {
        home(language);
        search("EHESS");
        click(".results a");
        awaitAddress(SCHOOL);
        List<WebElement> report = browser.findElements(By.cssSelector("main a[href^='mailto:']"));
        assertThat(report).isNotEmpty();
        assertThat(report.get(0).getDomAttribute("href")).contains("y52D7");
    }

    private void openSchool(String language) {
        home(language);
        search("EHESS");
        click(".results a");
        awaitAddress(SCHOOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whereAFactComesFromIsToldAtTheFactItself(String language) {
        openSchool(language);
        click("a.why[href*='predicate=schema:foundingDate']");
        awaitAddress("/why");
        assertThat(browser.findElement(By.tagName("main")).getText())
                .contains("fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv", "date_creation")
                .containsPattern(language.equals("fr") ? "[Ll]igne \\d+" : "[Ll]ine \\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aPageIsCited(String language) {
        openSchool(language);
        String release = "/release/" + sample().release().id();
        assertThat(browser.findElement(By.cssSelector(".cite p")).getText())
                .contains(sample().release().id(), release + "/doc" + SCHOOL);
        WebElement file = browser.findElement(By.cssSelector(".cite a[href*='cite.bib']")); // the second click
        assertThat(file.isDisplayed()).isTrue();
        assertThat(sample().get(ServedSample.path(
                                file.getDomProperty("href").replace(sample().origin(), ServedSample.BASE)))
                        .body())
                .startsWith("@")
                .contains(SCHOOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theQueryOfAPageIsOpenedChangedAndShared(String language) {
        openSchool(language);
        click("#use-page a[href*='/sparql?query=']");
        awaitAddress("/sparql");
        WebElement query = browser.findElement(By.id("query"));
        assertThat(query.getDomProperty("value")).contains("<" + ServedSample.BASE + "id" + SCHOOL + ">");
        query.clear();
        query.sendKeys("SELECT (1234567 AS ?mine) {}");
        click("#plain button[type=submit]");
        awaitAddress("1234567");
        String shared = browser.getCurrentUrl();
        home(language.equals("fr") ? "en" : "fr"); // somebody else
        browser.get(shared);
        assertThat(browser.findElement(By.cssSelector("[aria-labelledby=result] table"))
                        .getText())
                .contains(language.equals("fr") ? "1,234,567" : "1\u202f234\u202f567");
        assertThat(browser.findElement(By.id("query")).getDomProperty("value"))
                .isEqualTo("SELECT (1234567 AS ?mine) {}");
    }

    @Test
    void whereAFactComesFromIsReachedByKeyboardAlone() {
        home("fr");
        tabTo(SEARCH);
        browser.switchTo().activeElement().sendKeys("0753742K", Keys.ENTER);
        awaitAddress("/search");
        tabTo(".results a");
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        awaitAddress(SCHOOL);
        passProxy();
        tabTo("a.why[href*='predicate=schema:foundingDate']");
        assertThat(browser.switchTo().activeElement().getAccessibleName()).startsWith("D'où vient cette valeur");
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        awaitAddress("/why");
    }

    @Test
    void anInstitutionIsFoundOnAPhone() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 320, "height", 640, "deviceScaleFactor", 2, "mobile", true));
        try {
            home("fr");
            click("header a[href='/search']");
            browser.findElement(By.cssSelector("main input[name=q]")).sendKeys("0753742K", Keys.ENTER);
            awaitAddress("q=0753742K");
            click(".results a");
            awaitAddress(SCHOOL);
            assertThat(heading()).contains("sciences sociales");
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    void aCodeIsLookedUpByKeyboardAlone() {
        home("fr");
        tabTo(SEARCH);
        browser.switchTo().activeElement().sendKeys("0753742K", Keys.ENTER);
        awaitAddress("/search");
        tabTo(".results a");
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        awaitAddress(SCHOOL);
        passProxy();
        assertThat(heading()).contains("sciences sociales");
    }

    @Test
    void whatChangedIsReadByKeyboardAlone() {
        home("en");
        tabTo("footer a[href='/changes']");
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        awaitAddress("/changes");
    }

    @Test
    void aListIsReachedByKeyboardAlone() {
        home("fr");
        tabTo(link("/dataset/etablissements"));
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        awaitAddress("/dataset/etablissements");
        tabTo(link("/list/etablissement"));
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        awaitAddress("/list/etablissement");
        tabTo(link(".excel.csv"));
    }
}
