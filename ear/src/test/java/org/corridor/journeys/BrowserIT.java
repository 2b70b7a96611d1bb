package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.corridor.testing.Authenticator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** The pages as people see them: in a real browser, in both languages, with and without scripts. */
@ExtendWith(House.Key.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("distributed")
class BrowserIT {

  /** Of what nginx before it makes no difference to; it is looked at once. */
  private static final String IN_ONE = "all-in-one";

  private static final String AUTH = "/api/auth/v1/";
  private static final String ACCOUNT = AUTH + "account";
  private static final String PASSWORD = "correct horse battery";
  private static final String ANOTHER = "another good password";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern LINK =
      Pattern.compile("password-link\\?token=(?:3D)?([0-9a-f-]{36}\\.[0-9a-f]{64})");

  private final ConcurrentMap<Kind, Chromium> browsers = new ConcurrentHashMap<>();
  private House house;

  /** Of browsers. */
  enum Kind {
    ENGLISH("en", true),
    GERMAN("de", true),
    ENGLISH_WITHOUT_SCRIPTS("en", false),
    GERMAN_WITHOUT_SCRIPTS("de", false);

    private final String language;
    private final boolean scripts;

    Kind(String language, boolean scripts) {
      this.language = language;
      this.scripts = scripts;
    }

    String says(String english, String german) {
      return language.equals("en") ? english : german;
    }
  }

  /** Somebody who works here. */
  private record Person(String username, String id) {

    String mailbox() {
      return username + "@example.com";
    }
  }

  @BeforeAll
  void enter(House open) {
    house = open;
  }

  @AfterAll
  void closeBrowsers() {
    browsers.values().forEach(Chromium::close);
  }

  @ParameterizedTest
  @EnumSource
  void aProgramGetsItsCodeOnceThePasswordIsRight(Kind kind) throws IOException {
    var tina = aPerson();
    var browser = browser(kind);
    var program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var threads = Executors.newCachedThreadPool();
    program.setExecutor(threads);
    program.createContext(
        "/",
        exchange -> {
          var page =
              "<!DOCTYPE html><title>x</title><h1>back</h1>".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    program.start();
    try {
      browser.open(authorize(program.getAddress().getPort()));
      assertThat(browser.title()).isEqualTo(kind.says("Sign in", "Anmelden"));
      browser.isAccessible(kind.language);
      browser.type("username", tina.username()).type("password", "wrong horse battery");
      browser.send("sign-in");
      assertThat(browser.alert()).contains(kind.says("is wrong", "ist falsch"));
      browser.isAccessible(kind.language);
      signIn(browser, tina, PASSWORD);

      assertThat(browser.title()).isEqualTo("back");
      assertThat(browser.address().getQuery())
          .contains("code=", "state=s", "iss=https://localhost");
    } finally {
      program.stop(0);
      threads.shutdownNow();
    }
  }

  @Tag(IN_ONE)
  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "GERMAN_WITHOUT_SCRIPTS"})
  void aSecondFactorIsSwitchedOnAskedForAndSwitchedOff(Kind kind) {
    var tina = aPerson();
    var browser = browser(kind);
    browser.open(ACCOUNT);
    signIn(browser, tina, PASSWORD);
    browser.isAccessible(kind.language);
    browser.type("password", PASSWORD).send("account-second-factor");
    browser.isAccessible(kind.language);
    var app = new Authenticator(browser.codes().get(0));
    assertThat(browser.readPicture())
        .startsWith("otpauth://totp/Corridor:" + tina.username())
        .contains("secret=" + browser.codes().get(0).replace(" ", ""));
    browser.type("code", "000000").send("account-second-factor-code");
    assertThat(browser.alert()).contains(kind.says("not taken", "nicht angenommen"));
    browser.type("code", app.code(0)).send("account-second-factor-code");
    var recovery = browser.codes();
    assertThat(recovery).hasSize(10);
    browser.isAccessible(kind.language);

    browser.forgetEverything();
    browser.open(ACCOUNT);
    signIn(browser, tina, PASSWORD);
    assertThat(browser.title())
        .isEqualTo(kind.says("Confirm that it is you", "Bestätigen Sie, dass Sie es sind"));
    browser.isAccessible(kind.language);
    browser.type("code", "000000").send("sign-in-code");
    assertThat(browser.alert()).contains(kind.says("not taken", "nicht angenommen"));
    browser.type("code", app.code(1)).send("sign-in-code");
    assertThat(browser.title()).isEqualTo(kind.says("Your sign-ins", "Ihre Anmeldungen"));

    browser.type("code", recovery.get(0)).send("account-second-factor-off");
    assertThat(browser.forms("account-second-factor")).isEqualTo(1);
  }

  @Tag(IN_ONE)
  @ParameterizedTest
  @EnumSource
  void whoseRoleDemandsASecondFactorSetsItUpOnTheWayIn(Kind kind) {
    var olga = aPerson("ORG_USER");
    var browser = browser(kind);
    browser.open(ACCOUNT);
    signIn(browser, olga, PASSWORD);
    assertThat(browser.title())
        .isEqualTo(kind.says("Set up a second factor", "Zweiten Faktor einrichten"));
    browser.isAccessible(kind.language);
    browser.type("code", "000000").send("sign-in-factor");
    assertThat(browser.alert()).contains(kind.says("not taken", "nicht angenommen"));
    browser.isAccessible(kind.language);
    browser.send("sign-in-go-on");
    var app = new Authenticator(browser.codes().get(0));
    browser.type("code", app.code(0)).send("sign-in-factor");
    assertThat(browser.codes()).hasSize(10);
    browser.isAccessible(kind.language);
    browser.send("sign-in-go-on");
    assertThat(browser.title()).isEqualTo(kind.says("Your sign-ins", "Ihre Anmeldungen"));

    browser.follow("account-recovery-codes");
    browser.isAccessible(kind.language);
    browser.send("account-recovery-codes");
    assertThat(browser.codes()).hasSize(10);
    browser.isAccessible(kind.language);
    browser.follow("account");
    browser.type("code", app.code(1)).send("account-second-factor-off");
    assertThat(browser.alert())
        .contains(kind.says("demand a second factor", "verlangen einen zweiten Faktor"));
    browser.isAccessible(kind.language);
  }

  @Tag(IN_ONE)
  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "GERMAN"})
  void aPasskeyIsASecondFactorOnTheWayInToo(Kind kind) {
    var olga = aPerson("ORG_USER");
    var browser = browser(kind);
    var device = browser.driver().addVirtualAuthenticator(telephone());
    browser.open(ACCOUNT);
    signIn(browser, olga, PASSWORD);
    browser.type("passkey_name", "Tel").press(kind.says("Add a passkey", "Passkey hinzufügen"));
    assertThat(browser.codes()).hasSize(10);
    browser.send("sign-in-go-on");
    assertThat(browser.title()).isEqualTo(kind.says("Your sign-ins", "Ihre Anmeldungen"));

    browser.follow("account-passkeys");
    browser.isAccessible(kind.language);
    browser.type("passkey_new_name", "ephone").send("account-passkey-name");
    assertThat(browser.text()).contains("Telephone");
    browser.send("account-passkey-off");
    assertThat(browser.alert())
        .contains(kind.says("demand a second factor", "verlangen einen zweiten Faktor"));
    browser.isAccessible(kind.language);
    browser.driver().removeVirtualAuthenticator(device);
  }

  @Tag(IN_ONE)
  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "GERMAN_WITHOUT_SCRIPTS"})
  void aForgottenPasswordIsReplacedByTheLinkInTheMailbox(Kind kind) {
    var tina = aPerson();
    var browser = browser(kind);
    browser.open(ACCOUNT);
    browser.follow("forgotten-password");
    browser.isAccessible(kind.language);
    browser.type("username", tina.username()).send("forgotten-password");
    assertThat(browser.title())
        .isEqualTo(kind.says("A message is under way", "Eine Nachricht ist unterwegs"));
    browser.isAccessible(kind.language);

    browser.open(AUTH + "password-link?token=" + linkTo(tina));
    browser.isAccessible(kind.language);
    browser.type("new_password", "Password2026!!").send("password-link");
    assertThat(browser.alert()).contains(kind.says("breaches", "Datenlecks"));
    browser.type("new_password", ANOTHER).send("password-link");
    assertThat(browser.title())
        .isEqualTo(kind.says("Your password is saved", "Ihr Passwort ist gespeichert"));
    browser.isAccessible(kind.language);

    browser.open(ACCOUNT);
    signIn(browser, tina, PASSWORD);
    assertThat(browser.alert()).isNotBlank();
    signIn(browser, tina, ANOTHER);
    assertThat(browser.title()).isEqualTo(kind.says("Your sign-ins", "Ihre Anmeldungen"));
  }

  @Tag(IN_ONE)
  @ParameterizedTest
  @EnumSource(names = {"GERMAN", "ENGLISH_WITHOUT_SCRIPTS"})
  void whoMustChooseAnotherPasswordDoesItOnTheWayIn(Kind kind) {
    var tina = aPerson();
    house.asMachine().put(AUTH + "users/" + tina.id() + "/password/expiry", "").expect(204);
    var browser = browser(kind);

    browser.open(ACCOUNT);
    signIn(browser, tina, PASSWORD);
    assertThat(browser.title())
        .isEqualTo(kind.says("Choose a new password", "Neues Passwort wählen"));
    browser.isAccessible(kind.language);
    browser.type("new_password", PASSWORD).send("sign-in-password");
    assertThat(browser.alert()).contains(kind.says("before", "hatten Sie schon"));
    browser.isAccessible(kind.language);
    browser.type("new_password", ANOTHER).send("sign-in-password");

    assertThat(browser.title()).isEqualTo(kind.says("Your sign-ins", "Ihre Anmeldungen"));
  }

  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "GERMAN"})
  void aPasskeyIsAddedAndSignsInByItselfAndAfterThePassword(Kind kind) {
    var tina = aPerson();
    var browser = browser(kind);
    var device = browser.driver().addVirtualAuthenticator(telephone());
    browser.open(ACCOUNT);
    signIn(browser, tina, PASSWORD);
    browser.follow("account-passkeys");
    browser.isAccessible(kind.language);
    browser
        .type("passkey_name", "Telephone")
        .press(kind.says("Add a passkey", "Passkey hinzufügen"));
    assertThat(browser.title())
        .isEqualTo(kind.says("The passkey is added", "Der Passkey ist hinzugefügt"));
    browser.isAccessible(kind.language);
    var recovery = browser.codes();

    browser.forgetEverything();
    browser.open(ACCOUNT);
    browser.press(kind.says("Sign in with a passkey", "Mit einem Passkey anmelden"));
    assertThat(browser.title()).isEqualTo(kind.says("Your sign-ins", "Ihre Anmeldungen"));

    browser.forgetEverything();
    browser.open(ACCOUNT);
    signIn(browser, tina, PASSWORD);
    browser.isAccessible(kind.language);
    browser.press(kind.says("Use a passkey", "Passkey benutzen"));
    assertThat(browser.title()).isEqualTo(kind.says("Your sign-ins", "Ihre Anmeldungen"));

    browser.follow("account-passkeys");
    assertThat(browser.text()).contains("Telephone");
    browser.send("account-passkey-off");
    assertThat(browser.text()).doesNotContain("Telephone");
    browser.forgetEverything();
    browser.open(ACCOUNT);
    browser.press(kind.says("Sign in with a passkey", "Mit einem Passkey anmelden"));
    assertThat(browser.alert())
        .contains(kind.says("passkey was not taken", "Passkey wurde nicht angenommen"));
    assertThat(recovery).hasSize(10);
    browser.driver().removeVirtualAuthenticator(device);
  }

  @Tag(IN_ONE)
  @Test
  void whoIsNotKnownToItsDeviceIsToldSoAndCanGoOnByThePassword() {
    var tina = aPerson();
    var browser = browser(Kind.ENGLISH);
    var device = browser.driver().addVirtualAuthenticator(telephone().setIsUserVerified(false));
    browser.open(ACCOUNT);
    browser.click("Sign in with a passkey");
    browser.awaitAlert("no passkey");
    signIn(browser, tina, PASSWORD);

    assertThat(browser.title()).isEqualTo("Your sign-ins");
    browser.driver().removeVirtualAuthenticator(device);
  }

  @Tag(IN_ONE)
  @Test
  void withoutScriptsNoPasskeyIsOffered() {
    var tina = aPerson();
    var browser = browser(Kind.ENGLISH_WITHOUT_SCRIPTS);
    browser.open(ACCOUNT);
    assertThat(browser.text()).doesNotContain("passkey");
    signIn(browser, tina, PASSWORD);
    browser.follow("account-passkeys");

    assertThat(browser.text()).contains("has to run scripts");
    browser.isAccessible("en");
  }

  /** One that has passkeys, and knows its owner. */
  private static VirtualAuthenticatorOptions telephone() {
    return new VirtualAuthenticatorOptions()
        .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
        .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
        .setHasResidentKey(true)
        .setHasUserVerification(true)
        .setIsUserVerified(true);
  }

  @Tag(IN_ONE)
  @Test
  void whereOneIsSignedInIsSeenAndEndedFromAnotherBrowser() {
    var tina = aPerson();
    var here = browser(Kind.ENGLISH);
    var there = browser(Kind.GERMAN_WITHOUT_SCRIPTS);
    here.open(ACCOUNT);
    signIn(here, tina, PASSWORD);
    there.open(ACCOUNT);
    signIn(there, tina, PASSWORD);

    here.open(ACCOUNT);
    assertThat(here.forms("account-sign-out")).isEqualTo(3);
    assertThat(here.text()).contains("This browser", "Sign out there");
    here.isAccessible("en");
    here.press("Sign out there");
    assertThat(here.forms("account-sign-out")).isEqualTo(2);

    there.open(ACCOUNT);
    assertThat(there.title()).isEqualTo("Anmelden");
    signIn(there, tina, PASSWORD);
    there.press("Überall abmelden");
    assertThat(there.title()).isEqualTo("Anmelden");
    here.open(ACCOUNT);
    assertThat(here.title()).isEqualTo("Sign in");
  }

  @Tag(IN_ONE)
  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "GERMAN"})
  void whatCannotBeDoneIsToldOnAPageThatEverybodyCanRead(Kind kind) {
    var browser = browser(kind);

    browser.open(
        AUTH + "authorize?response_type=code&client_id=nobody&redirect_uri=https://x.test");
    assertThat(browser.alert()).isNotBlank();
    browser.isAccessible(kind.language);
    browser.open(AUTH + "password-link?token=x");
    assertThat(browser.alert()).isNotBlank();
    browser.isAccessible(kind.language);
    browser.open(AUTH + "end-session");
    browser.isAccessible(kind.language);
    browser.open(ACCOUNT);
    browser.forgetEverything();
    browser.type("username", "x").type("password", "x").send("sign-in");
    assertThat(browser.alert()).isNotBlank();
    browser.isAccessible(kind.language);
  }

  private Chromium browser(Kind kind) {
    var browser =
        browsers.computeIfAbsent(
            kind,
            missing ->
                Chromium.start(house.topology().baseUri(), missing.language, missing.scripts));
    browser.open(AUTH + "style.css");
    browser.forgetEverything();
    return browser;
  }

  private static void signIn(Chromium browser, Person who, String password) {
    browser.type("username", who.username()).type("password", password).send("sign-in");
  }

  private Person aPerson() {
    return aPerson("TELLER");
  }

  private Person aPerson(String role) {
    var username = "b" + UUID.randomUUID().toString().substring(0, 8);
    var id =
        house
            .asMachine()
            .post(
                AUTH + "users",
                """
                {"username":"%s","displayName":"Tina","email":"%s@example.com","password":"%s",
                 "roles":["%s"],"branch":"BER"}"""
                    .formatted(username, username, PASSWORD, role))
            .expect(201)
            .text("/id");
    return new Person(username, id);
  }

  private String linkTo(Person person) {
    var deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      for (var mail : house.mail().mailsTo(person.mailbox())) {
        var link = LINK.matcher(mail.text().replaceAll("=\r?\n", ""));
        if (link.find()) {
          return link.group(1);
        }
      }
      pause();
    }
    throw new AssertionError("no link has come to " + person.username());
  }

  private static String authorize(int port) {
    return AUTH
        + "authorize?response_type=code&client_id=corridor-cli&state=s&code_challenge_method=S256"
        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A"
        + port
        + "%2Fcallback";
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
