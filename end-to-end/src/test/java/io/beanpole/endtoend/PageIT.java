package io.beanpole.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in Chromium, as a person uses it. */
@InTheHouse
class PageIT {
    private static final Path PICTURES = RunningHouse.ROOT.resolve("end-to-end/target/pictures");
    private static final double LONGEST_MILLIS = 60_000;

    @TempDir
    private static Path directory;

    private static House house;
    private static Browser browser;
    private static Path clip;

    @BeforeAll
    static void open(House running) throws IOException {
        house = running;
        browser = new Browser();
        clip = Clips.make(directory.resolve("summer.mp4"), 12, "640x360");
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static Page signedIn(int width, int height, ColorScheme scheme) {
        Page page = browser.page(width, height, scheme);
        page.navigate(house.web().toString());
        page.fill("#username", house.signIn().user());
        page.fill("#password", house.signIn().password());
        page.click("#sign-in-submit");
        assertThat(page.getByTestId("person-name")).hasText(house.signIn().user());
        return page;
    }

    private static void putClip(Page page, Path clip) {
        page.setInputFiles("#clip-file", clip);
        assertThat(page.getByTestId("upload"))
                .hasAttribute("data-state", "done", new LocatorAssertions.HasAttributeOptions().setTimeout(30_000));
    }

    private static void select(Page page, String in, String out) {
        page.fill("#time-in", in);
        page.press("#time-in", "Enter");
        page.fill("#time-out", out);
        page.press("#time-out", "Enter");
    }

    private static Locator submitted(Page page) {
        int before = page.getByTestId("task").count();
        page.click("#submit");
        Locator first = page.getByTestId("task").first();
        page.waitForCondition(() -> page.getByTestId("task").count() > before);
        assertThat(first)
                .hasAttribute(
                        "data-state",
                        "SUCCEEDED",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(LONGEST_MILLIS));
        return first;
    }

    private static Path downloaded(Page page, Locator task) {
        Download download =
                page.waitForDownload(() -> task.getByTestId("task-download").click());
        Path file = directory.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    @Test
    void aPersonTrimsJoinsAndPostersAClip() {
        Page page = signedIn(1280, 900, ColorScheme.LIGHT);
        putClip(page, clip);

        select(page, "2.0", "5.5");
        page.locator("label:has(#mode-precise)").click();
        Path trimmed = downloaded(page, submitted(page));
        assertThat(Clips.seconds(trimmed)).isCloseTo(3.5, within(0.04));
        assertThat(trimmed.getFileName().toString()).contains("summer");

        page.locator("label:has(#kind-join)").click();
        select(page, "1.0", "2.0");
        page.click("#add-part");
        select(page, "6.0", "8.0");
        page.click("#add-part");
        assertThat(Clips.seconds(downloaded(page, submitted(page)))).isCloseTo(3.0, within(0.08));

        page.locator("label:has(#kind-poster)").click();
        Path poster = downloaded(page, submitted(page));
        assertThat(Clips.probe(poster, "stream=codec_name")).isEqualTo("mjpeg");

        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void theWholeWayWorksByKeyboardAlone() {
        Page page = browser.page(1280, 900, ColorScheme.DARK);
        page.navigate(house.web().toString());
        page.keyboard().type(house.signIn().user());
        page.keyboard().press("Tab");
        page.keyboard().type(house.signIn().password());
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("person-name")).hasText(house.signIn().user());
        putClip(page, clip);
        page.focus("#handle-in");
        page.keyboard().press("ArrowRight");
        page.focus("#submit");
        int before = page.getByTestId("task").count();
        page.keyboard().press("Enter");

        page.waitForCondition(() -> page.getByTestId("task").count() > before);
        assertThat(page.getByTestId("task").first())
                .hasAttribute(
                        "data-state",
                        "SUCCEEDED",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(LONGEST_MILLIS));
    }

    @Test
    void inUseItFitsDesktopAndPhoneInLightAndDark() {
        Path film = Clips.scenery(directory.resolve("coastline.mp4"), 12, "1280x720");
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            picture(signedIn(1280, 900, scheme), film, scheme, "desktop");
            picture(signedIn(390, 844, scheme), film, scheme, "phone");
        }
    }

    /** Keeps a picture of the page in use, and sees that nothing sticks out to the side. */
    private static void picture(Page page, Path film, ColorScheme scheme, String device) {
        putClip(page, film);
        select(page, "2.4", "7.2");
        submitted(page);
        page.evaluate("window.scrollTo(0, 0)");
        String name = "page-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + device + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)));

        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(page.viewportSize().width);
        page.context().close();
    }

    @Test
    void aWrongPasswordIsSaidInASentence() {
        Page page = browser.page(1280, 900, ColorScheme.LIGHT);
        page.navigate(house.web().toString());
        page.fill("#username", "demo");
        page.fill("#password", "not the password");
        page.click("#sign-in-submit");

        assertThat(page.getByTestId("sign-in-problem")).isVisible();
    }
}
