package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.corridor.dev.demo.Answer;
import org.corridor.dev.demo.Door;
import org.corridor.dev.demo.SignIn;
import org.corridor.testing.Authenticator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People choose their passwords themselves, by links that reach their mailbox alone. */
@ExtendWith(House.Key.class)
class PeopleIT {

  private static final String AUTH = "/api/auth/v1/";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CHOSEN = "a password of my own choice";
  private static final Pattern LINK =
      Pattern.compile("password-link\\?token=(?:3D)?([0-9a-f-]{36}\\.[0-9a-f]{64})");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private final House house;

  PeopleIT(House house) {
    this.house = house;
  }

  @Test
  void whoIsInvitedChoosesAPasswordAndSignsIn() {
    var username = invite();

    var chosen = choose(house.asNobody().asBrowser(), linkTo(username, 1), CHOSEN);

    assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
    var token = new SignIn(house.asNobody()).person(username, CHOSEN).expect(200);
    var me = house.asNobody().withToken(token.text("/access_token")).get(AUTH + "me").expect(200);
    assertThat(me.text("/username")).isEqualTo(username);
  }

  @Test
  void aForgottenPasswordIsReplacedOnceAndEndsEverySignIn() {
    var username = invite();
    choose(house.asNobody().asBrowser(), linkTo(username, 1), CHOSEN).expect(200);
    var before = new SignIn(house.asNobody()).person(username, CHOSEN).expect(200);
    var browser = house.asNobody().asBrowser();

    var asked =
        PageForm.submit(
            browser,
            browser.get(AUTH + "forgotten-password").expect(200),
            Map.of("username", username));
    assertThat(asked.status()).isEqualTo(200);
    var link = linkTo(username, 2);
    choose(browser, link, "another password of my own").expect(200);

    assertThat(browser.get(AUTH + "password-link?token=" + link).status()).isEqualTo(410);
    assertThat(new SignIn(house.asNobody()).refresh(before.text("/refresh_token")).status())
        .isEqualTo(400);
    assertThat(new SignIn(house.asNobody()).person(username, CHOSEN).status()).isEqualTo(403);
    new SignIn(house.asNobody()).person(username, "another password of my own").expect(200);
  }

  @Test
  void whereOneIsSignedInIsSeenAndEnded() {
    var username = invite();
    choose(house.asNobody().asBrowser(), linkTo(username, 1), CHOSEN).expect(200);
    var tokens = new SignIn(house.asNobody()).person(username, CHOSEN).expect(200);
    var self = house.asNobody().withToken(tokens.text("/access_token"));

    var sessions = self.get(AUTH + "me/sessions").expect(200);
    assertThat(sessions.json().path("items").findValuesAsText("kind"))
        .containsExactlyInAnyOrder("BROWSER", "PROGRAM");
    var admin = house.as("admin");
    var path = AUTH + "users/" + self.get(AUTH + "me").expect(200).text("/subject") + "/sessions";
    assertThat(admin.get(path).expect(200).json().path("items")).hasSize(2);
    house.as("anna").get(path).expect(403);
    admin.delete(path + "/" + sessions.json().at("/items/0/id").asText()).expect(204);
    assertThat(admin.get(path).expect(200).json().path("items")).isEmpty();
    self.delete(AUTH + "me/sessions").expect(204);

    assertThat(self.get(AUTH + "me/sessions").expect(200).json().path("items")).isEmpty();
    assertThat(new SignIn(house.asNobody()).refresh(tokens.text("/refresh_token")).status())
        .isEqualTo(400);
  }

  @Test
  void aProgramOfOthersGetsWhatAPersonLetsItHaveUntilThatIsWithdrawn() {
    var username = invite();
    choose(house.asNobody().asBrowser(), linkTo(username, 1), CHOSEN).expect(200);
    var self =
        house
            .asNobody()
            .withToken(
                new SignIn(house.asNobody())
                    .person(username, CHOSEN)
                    .expect(200)
                    .text("/access_token"));
    var program = registerProgram();
    var browser = house.asNobody().asBrowser();
    var verifier = new CodeVerifier();

    var asked =
        PageForm.submit(
            browser,
            browser.get(authorize(program, verifier)).expect(200),
            Map.of("username", username, "password", CHOSEN));
    assertThat(asked.expect(200).body()).contains("Budget", "Accounts: see", "value=\"deny\"");
    var back = PageForm.submit(browser, asked, Map.of("decision", "allow")).expect(303);
    var given = redeem(program, verifier, back).expect(200);
    var budget = house.asNobody().withToken(given.text("/access_token"));
    budget.get(Bank.ACCOUNTS).expect(200);
    budget.get(Bank.TRANSACTIONS).expect(403);
    var consents = self.get(AUTH + "me/consents").expect(200);
    assertThat(consents.text("/items/0/clientId")).isEqualTo(program);
    assertThat(
            browser
                .get(authorize(program, new CodeVerifier()))
                .expect(303)
                .header("Location")
                .orElseThrow())
        .as("the next time")
        .contains("code=");

    self.delete(AUTH + "me/consents/" + program).expect(204);

    Patience.await(PATIENCE, () -> budget.get(Bank.ACCOUNTS).status() == 401);
    self.delete(AUTH + "me/consents/" + program).expect(404);
    var again = browser.get(authorize(program, new CodeVerifier())).expect(200);
    assertThat(
            PageForm.submit(browser, again, Map.of("decision", "deny"))
                .expect(303)
                .header("Location")
                .orElseThrow())
        .contains("error=access_denied");
  }

  @Test
  void whoseRoleDemandsASecondFactorSetsItUpOnTheWayInAndIsToldWhenItsCodesAreRenewed() {
    var username = invite("ORG_USER");
    choose(house.asNobody().asBrowser(), linkTo(username, 1), CHOSEN).expect(200);
    var login = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, CHOSEN);
    var script = house.asNobody().post(AUTH + "login", login).expect(403);
    assertThat(script.text("/code")).isEqualTo("second-factor-missing");
    var browser = house.asNobody().asBrowser();
    var verifier = new CodeVerifier();

    var asked =
        PageForm.submit(
            browser,
            browser.get(authorize(SignIn.CLIENT_ID, verifier)).expect(200),
            Map.of("username", username, "password", CHOSEN));
    var app = new Authenticator(firstCode(asked.expect(200)));
    var recovery = PageForm.submit(browser, asked, Map.of("code", app.code(0))).expect(200);
    var back = PageForm.submit(browser, recovery, Map.of()).expect(303);
    var tokens = redeem(SignIn.CLIENT_ID, verifier, back).expect(200);
    var self = house.asNobody().withToken(tokens.text("/access_token"));
    var renewed = self.post(AUTH + "me/recovery-codes", "").expect(201);
    assertThat(renewed.json().path("codes")).hasSize(10);
    assertThat(renewed.body()).doesNotContain(firstCode(recovery));
    new SignIn(house.asNobody()).refresh(tokens.text("/refresh_token")).expect(200);

    Patience.await(PATIENCE, () -> isTold(username, "your recovery codes were renewed"));
    assertThat(isTold(username, "takes a code of an authenticator app")).isTrue();
  }

  @Test
  void whoGetsARoleThatDemandsASecondFactorSignsInAnew() {
    var username = invite();
    choose(house.asNobody().asBrowser(), linkTo(username, 1), CHOSEN).expect(200);
    var tokens = new SignIn(house.asNobody()).person(username, CHOSEN).expect(200);
    var id =
        house
            .asNobody()
            .withToken(tokens.text("/access_token"))
            .get(AUTH + "me")
            .expect(200)
            .text("/subject");
    var admin = house.asMachine();
    var user = admin.get(AUTH + "users/" + id).expect(200);

    admin
        .patch(
            AUTH + "users/" + id,
            "{\"roles\":[\"ORG_USER\"]}",
            "application/json",
            "If-Match",
            user.header("ETag").orElseThrow())
        .expect(200);

    assertThat(
            new SignIn(house.asNobody())
                .refresh(tokens.text("/refresh_token"))
                .expect(400)
                .text("/error"))
        .isEqualTo("invalid_grant");
    assertThat(new SignIn(house.asNobody()).person(username, CHOSEN).expect(200).body())
        .contains("Set up a second factor");
  }

  private boolean isTold(String username, String words) {
    return house.mail().mailsTo(username + "@example.com").stream()
        .anyMatch(mail -> mail.text().replaceAll("=\r?\n", "").contains(words));
  }

  private static String firstCode(Answer page) {
    var from = page.body().indexOf("<code>") + "<code>".length();
    return page.body().substring(from, page.body().indexOf("</code>", from));
  }

  private String registerProgram() {
    return house
        .asMachine()
        .post(
            AUTH + "api-clients",
            """
            {"name":"Budget","type":"PUBLIC","grantTypes":["authorization_code"],
             "redirectUris":["%s"],"scopes":["accounts:read","openid"]}"""
                .formatted(SignIn.REDIRECT_URI))
        .expect(201)
        .text("/clientId");
  }

  private static String authorize(String program, CodeVerifier verifier) {
    return AUTH
        + "authorize?response_type=code&state=s&scope=openid+accounts:read&client_id="
        + program
        + "&redirect_uri="
        + encode(SignIn.REDIRECT_URI)
        + "&code_challenge_method=S256&code_challenge="
        + CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
  }

  private Answer redeem(String program, CodeVerifier verifier, Answer back) {
    var code = CODE.matcher(back.header("Location").orElseThrow());
    assertThat(code.find()).isTrue();
    return house
        .asNobody()
        .postForm(
            AUTH + "token",
            "grant_type=authorization_code&client_id="
                + program
                + "&code="
                + code.group(1)
                + "&redirect_uri="
                + encode(SignIn.REDIRECT_URI)
                + "&code_verifier="
                + verifier.getValue());
  }

  /** The name of a new user, which is also that of its mailbox. */
  private String invite() {
    return invite("TELLER");
  }

  private String invite(String role) {
    var username = "p" + UUID.randomUUID().toString().substring(0, 8);
    house
        .asMachine()
        .post(
            AUTH + "users",
            """
            {"username":"%s","displayName":"Paula","email":"%s@example.com","roles":["%s"],
             "branch":"BER"}"""
                .formatted(username, username, role))
        .expect(201);
    return username;
  }

  /** The token in the first, second ... link that has come. */
  private String linkTo(String username, int number) {
    var deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      var links =
          house.mail().mailsTo(username + "@example.com").stream()
              .map(mail -> LINK.matcher(mail.text().replaceAll("=\r?\n", "")))
              .filter(link -> link.find())
              .map(link -> link.group(1))
              .toList();
      if (links.size() >= number) {
        return links.get(number - 1);
      }
      pause();
    }
    throw new AssertionError("no link has come to " + username);
  }

  private static Answer choose(Door browser, String link, String password) {
    var page = browser.get(AUTH + "password-link?token=" + link).expect(200);
    return PageForm.submit(browser, page, Map.of("new_password", password));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
