package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A real browser without a screen: the machine's own Chromium, with a fresh profile, which speaks
 * to this machine alone.
 */
final class Chromium implements AutoCloseable {

  /** Kept, so that its level is: it complains of a protocol that is not used here. */
  private static final Logger PROTOCOL = Logger.getLogger("org.openqa.selenium.devtools");

  private static final String AXE = axe();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Of the content settings: blocked. */
  private static final int BLOCK = 2;

  private static final String WRONG =
      """
      const told = arguments[arguments.length - 1];
      axe.run(document, {preload: false}).then(
        found => told(found.violations.map(v => v.id + " " + v.nodes.map(n => n.html).join(" "))),
        wrong => told([String(wrong)]));
      """;

  private final URI base;
  private final boolean scripts;
  private final ChromeDriver driver;

  private Chromium(URI base, boolean scripts, ChromeDriver driver) {
    this.base = base;
    this.scripts = scripts;
    this.driver = driver;
  }

  /**
   * Where there is no Chromium the test is not run, and says so; in CI there is one.
   *
   * @param base of the platform's front door
   * @param scripts false for one that runs no scripts
   */
  static Chromium start(URI base, String language, boolean scripts) {
    PROTOCOL.setLevel(Level.SEVERE);
    var options = new ChromeOptions();
    options.setBinary(executable("chromium"));
    // of the journeys' own authority
    options.setAcceptInsecureCerts(true);
    options.addArguments(
        "--headless",
        // all of a page is in sight, so no picture of it is cut off
        "--window-size=1000,2000",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-proxy-server",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
        "--user-data-dir=" + freshProfile());
    var settings = new HashMap<String, Object>();
    settings.put("intl.accept_languages", language);
    if (!scripts) {
      settings.put("profile.managed_default_content_settings.javascript", BLOCK);
    }
    options.setExperimentalOption("prefs", settings);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(executable("chromedriver")))
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return new Chromium(base, scripts, new ChromeDriver(service, options));
  }

  ChromeDriver driver() {
    return driver;
  }

  void open(String path) {
    driver.get(base.resolve(path).toString());
  }

  /** As a browser that has never been here. */
  void forgetEverything() {
    driver.manage().deleteAllCookies();
  }

  String title() {
    return driver.findElement(By.tagName("h1")).getText();
  }

  String text() {
    return driver.findElement(By.tagName("main")).getText();
  }

  URI address() {
    return URI.create(driver.getCurrentUrl());
  }

  /** What a screen reader tells at once; empty if there is nothing. */
  String alert() {
    return driver.findElements(By.cssSelector("[role=alert]")).stream()
        .filter(alert -> alert.isDisplayed())
        .map(alert -> alert.getText())
        .findFirst()
        .orElse("");
  }

  Chromium type(String field, String text) {
    driver.findElement(By.name(field)).sendKeys(text);
    return this;
  }

  /** Sends the first form that leads there, by its first button. */
  void send(String action) {
    leaveBy(By.cssSelector("form[action='" + action + "'] button"));
  }

  /** The first button that says so. */
  void press(String button) {
    leaveBy(By.xpath("//button[normalize-space()='" + button + "']"));
  }

  /** The same, where the page stays. */
  void click(String button) {
    driver.findElement(By.xpath("//button[normalize-space()='" + button + "']")).click();
  }

  void awaitAlert(String text) {
    var deadline = Instant.now().plus(PATIENCE);
    while (!alert().contains(text)) {
      assertThat(Instant.now()).as(text()).isBefore(deadline);
    }
  }

  void follow(String link) {
    leaveBy(By.cssSelector("a[href='" + link + "']"));
  }

  /** Waits for the next page: the driver alone goes on before the answer has come. */
  private void leaveBy(By way) {
    var page = driver.findElement(By.tagName("html"));
    driver.findElement(way).click();
    var deadline = Instant.now().plus(PATIENCE);
    while (isStillThere(page)) {
      assertThat(Instant.now()).as("still at " + driver.getCurrentUrl()).isBefore(deadline);
    }
  }

  private static boolean isStillThere(WebElement page) {
    try {
      return page.isEnabled();
    } catch (StaleElementReferenceException gone) {
      return false;
    } catch (WebDriverException between) {
      // the one page has left its window, the next is not in it yet: the driver has no word for
      // that
      return true;
    }
  }

  int forms(String action) {
    return driver.findElements(By.cssSelector("form[action='" + action + "']")).size();
  }

  List<String> codes() {
    return driver.findElements(By.tagName("code")).stream().map(code -> code.getText()).toList();
  }

  /**
   * The QR code on the page, once it is painted. It is read as the clean picture that it is: what
   * finds codes in photos misses some in a hundred, whatever the picture.
   */
  String readPicture() {
    var deadline = Instant.now().plus(PATIENCE);
    while (true) {
      var picture = driver.findElement(By.tagName("svg")).getScreenshotAs(OutputType.BYTES);
      try {
        return read(picture);
      } catch (ReaderException notYet) {
        if (Instant.now().isAfter(deadline)) {
          throw new AssertionError("the picture cannot be read: " + kept(picture), notYet);
        }
      }
    }
  }

  private static String read(byte[] picture) throws ReaderException {
    try {
      var image = ImageIO.read(new ByteArrayInputStream(picture));
      var width = image.getWidth();
      var height = image.getHeight();
      var seen =
          new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(new GlobalHistogramBinarizer(seen)),
              Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE))
          .getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the picture lies, for whoever wants to know what was wrong with it. */
  private static Path kept(byte[] picture) {
    try {
      return Files.write(Path.of("target", "qr-code.png"), picture).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What whoever cannot see needs: the language, one first heading, a label for each field, and,
   * where scripts run, whatever else axe-core knows of WCAG.
   */
  void isAccessible(String language) {
    assertThat(driver.findElement(By.tagName("html")).getDomAttribute("lang")).isEqualTo(language);
    assertThat(driver.getTitle()).contains(title());
    assertThat(driver.findElements(By.tagName("h1"))).hasSize(1);
    for (var field : driver.findElements(By.cssSelector("input:not([type=hidden])"))) {
      var label = By.cssSelector("label[for='" + field.getDomAttribute("id") + "']");
      assertThat(driver.findElement(label).getText()).isNotBlank();
    }
    if (scripts) {
      driver.executeScript(AXE);
      assertThat((List<?>) driver.executeAsyncScript(WRONG)).as(title()).isEmpty();
    }
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static String executable(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElseGet(
            () ->
                abort(
                    "the pages were not looked at in a browser: there is no "
                        + name
                        + " on the path (Debian: apt-get install chromium chromium-driver)"));
  }

  private static Path freshProfile() {
    try {
      return Files.createTempDirectory(Path.of("target"), "chromium-").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String axe() {
    try (var script = Chromium.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
