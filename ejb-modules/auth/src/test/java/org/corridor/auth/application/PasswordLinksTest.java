package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.PASSWORD;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.PasswordFault;
import org.corridor.auth.domain.User;
import org.corridor.auth.infrastructure.AuthFixture;
import org.corridor.kernel.Caller;
import org.corridor.platform.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links by which people choose a password: after they have forgotten it, and the first one. */
class PasswordLinksTest {

  private static final String WANTED = "another good password";
  private static final Assignment TELLER = new Assignment(Set.of("TELLER"), "BER", null, Map.of());

  private static AuthFixture auth;

  @BeforeAll
  static void start() {
    auth = new AuthFixture();
  }

  @AfterAll
  static void stop() {
    auth.close();
  }

  @BeforeEach
  void atNoon() {
    auth.now.set(NOON);
  }

  @Test
  void aForgottenPasswordIsReplacedOnceByALink() {
    auth.givenReachable("forgetful");
    var token = tokenFor("forgetful");

    assertThat(auth.usePasswordLink.isGood(token)).isTrue();
    assertThat(use(token)).isInstanceOf(UsePasswordLink.Answer.Chosen.class);

    assertThat(auth.passwords.check("forgetful", WANTED, TRAIL)).isPresent();
    assertThat(auth.passwords.check("forgetful", PASSWORD, TRAIL)).isEmpty();
    assertThat(auth.usePasswordLink.isGood(token)).isFalse();
    assertThat(use(token)).isInstanceOf(UsePasswordLink.Answer.NotGood.class);
  }

  @Test
  void aNewPasswordEndsEverySignInOfBefore() {
    auth.givenReachable("signed-in");
    var browser = new Browser(auth);
    var refreshToken = browser.refreshTokenOf("signed-in");
    var token = tokenFor("signed-in");
    auth.now.set(NOON.plusSeconds(60));

    use(token);

    assertThat(Browser.error(browser.token(browser.refreshing(refreshToken))))
        .isEqualTo("invalid_grant");
  }

  @Test
  void nothingThatOpensALinkIsKept() {
    auth.givenReachable("discreet");

    var token = tokenFor("discreet");

    var secret = token.substring(token.indexOf('.') + 1);
    assertThat(auth.databaseDump()).noneMatch(row -> row.contains(secret));
    assertThat(auth.redisDump()).noneMatch(text -> text.contains(secret));
  }

  @Test
  void aLinkIsGoodForAShortTimeAndNotOnceThereIsANewerOne() {
    auth.givenReachable("slow");
    var first = tokenFor("slow");
    var second = tokenFor("slow");

    assertThat(use(first)).isInstanceOf(UsePasswordLink.Answer.NotGood.class);
    auth.now.set(NOON.plus(Duration.ofMinutes(30)));
    assertThat(use(second)).isInstanceOf(UsePasswordLink.Answer.NotGood.class);
    assertThat(auth.tellPasswordLink.of(UUID.fromString(second.substring(0, 36)))).isEmpty();
  }

  @Test
  void aLinkWithAnotherSecretOpensNothing() {
    auth.givenReachable("guessed");
    auth.givenReachable("guesser");
    var token = tokenFor("guessed");
    var id = token.substring(0, token.indexOf('.'));
    var other = tokenFor("guesser");

    for (var forged :
        List.of(
            id, id + ".", id + "." + "0".repeat(64), id + other.substring(36), "", ".", "x.y")) {
      assertThat(use(forged)).as(forged).isInstanceOf(UsePasswordLink.Answer.NotGood.class);
    }
    assertThat(use(token)).isInstanceOf(UsePasswordLink.Answer.Chosen.class);
  }

  @Test
  void aPasswordThatIsNotTakenLeavesTheLinkGood() {
    auth.givenReachable("picky");
    var token = tokenFor("picky");

    assertThat(auth.usePasswordLink.use(token, "Password2026!!", TRAIL))
        .isEqualTo(new UsePasswordLink.Answer.Refused(PasswordFault.BREACHED));
    assertThat(auth.usePasswordLink.use(token, PASSWORD, TRAIL))
        .isEqualTo(new UsePasswordLink.Answer.Refused(PasswordFault.REUSED));
    assertThat(use(token)).isInstanceOf(UsePasswordLink.Answer.Chosen.class);
  }

  @Test
  void ofTenUsesAtOnceOneWins() throws Exception {
    auth.givenReachable("raced");
    var token = tokenFor("raced");
    var threads = Executors.newFixedThreadPool(10);
    var running = new ArrayList<Future<UsePasswordLink.Answer>>();
    for (var i = 0; i < 10; i++) {
      var wanted = "the good password number " + i;
      running.add(threads.submit(() -> auth.usePasswordLink.use(token, wanted, TRAIL)));
    }
    var chosen = 0;
    for (var answer : running) {
      chosen += answer.get() instanceof UsePasswordLink.Answer.Chosen ? 1 : 0;
    }
    threads.shutdown();

    assertThat(chosen).isEqualTo(1);
  }

  @Test
  void whoeverCannotHaveALinkGetsNoneAndEveryRequestIsWrittenDown() {
    var unreachable = auth.givenTeller("unreachable");
    var before = auth.eventData("auth.password-reset-requested.v1").size();

    auth.requestPasswordReset.request("no-such-user", TRAIL);
    auth.requestPasswordReset.request("a password typed here", TRAIL);
    auth.requestPasswordReset.request("unreachable", TRAIL);

    var requests = auth.eventData("auth.password-reset-requested.v1");
    assertThat(requests).hasSize(before + 3);
    assertThat(requests.subList(before, before + 3))
        .noneMatch(data -> data.contains("linkId") || data.contains("typed"));
    assertThat(requests.get(before + 2)).contains(unreachable.id().toString());
  }

  @Test
  void nobodyFillsAnothersMailbox() {
    auth.givenReachable("pestered");
    for (var i = 0; i < RequestPasswordReset.MOST_IN_AN_HOUR; i++) {
      assertThat(linkOf(request("pestered"))).isNotEmpty();
    }

    assertThat(linkOf(request("pestered"))).isEmpty();
    auth.now.set(NOON.plus(Duration.ofMinutes(61)));
    assertThat(linkOf(request("pestered"))).isNotEmpty();
  }

  @Test
  void aUserWithoutAPasswordIsInvitedToChooseOne() {
    var invited = done(auth.create(profile("invited"), TELLER, null, ADMIN));
    var token = token(linkOf(last("auth.user-invited.v1")));

    assertThat(auth.passwords.check("invited", "", TRAIL)).isEmpty();
    assertThat(auth.passwords.check("invited", "nobody", TRAIL)).isEmpty();
    assertThat(use(token)).isInstanceOf(UsePasswordLink.Answer.Chosen.class);

    assertThat(auth.passwords.check("invited", WANTED, TRAIL)).isPresent();
    assertThat(auth.eventTypes("user/" + invited.id()))
        .containsExactly("auth.user-created.v1", "auth.password-changed.v1");
    assertThat(code(auth.invite(invited, ADMIN))).isEqualTo("has-password");
  }

  @Test
  void anotherInvitationTakesThePlaceOfTheFirst() {
    var invited = done(auth.create(profile("invited-again"), TELLER, null, ADMIN));
    var first = token(linkOf(last("auth.user-invited.v1")));

    done(auth.invite(invited, ADMIN));

    assertThat(use(first)).isInstanceOf(UsePasswordLink.Answer.NotGood.class);
    assertThat(use(token(linkOf(last("auth.user-invited.v1")))))
        .isInstanceOf(UsePasswordLink.Answer.Chosen.class);
  }

  @Test
  void nobodyIsInvitedWhoCannotBeReachedOrByWhomItIsNot() {
    var outcome = auth.create("nowhere", TELLER, null, ADMIN);
    assertThat(code(outcome)).isEqualTo("no-address");

    var invited = done(auth.create(profile("elsewhere"), TELLER, null, ADMIN));
    var munich = new Caller("munich", Set.of("users:create"), "MUC", null, Map.of());
    assertThat(((Outcome.Refused<User>) auth.invite(invited, munich)).refusal())
        .isEqualTo(new Refusal.NotFound("user"));
  }

  private static UsePasswordLink.Answer use(String token) {
    return auth.usePasswordLink.use(token, WANTED, TRAIL);
  }

  private static User.Profile profile(String username) {
    return new User.Profile(username, "Some Body", username + "@example.com");
  }

  private static JsonNode request(String username) {
    auth.requestPasswordReset.request(username, TRAIL);
    return last("auth.password-reset-requested.v1");
  }

  private static String tokenFor(String username) {
    return token(linkOf(request(username)));
  }

  private static JsonNode last(String type) {
    var events = auth.eventData(type);
    return Json.read(events.get(events.size() - 1), JsonNode.class);
  }

  /** Empty if there is none. */
  private static String linkOf(JsonNode event) {
    return event.path("linkId").asText();
  }

  private static String token(String linkId) {
    var address = auth.tellPasswordLink.of(UUID.fromString(linkId)).orElseThrow().address();
    assertThat(address).startsWith(AuthFixture.ISSUER + "/password-link?token=");
    return Browser.query(URI.create(address)).get("token");
  }

  private static String code(Outcome<User> outcome) {
    var refusal = ((Outcome.Refused<User>) outcome).refusal();
    return ((Refusal.AgainstRule) refusal).code();
  }
}
