package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.PASSWORD;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.domain.Permissions;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;
import org.corridor.auth.infrastructure.AuthFixture;
import org.corridor.kernel.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users and API clients, as their administrators see them. */
class AdministrationTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  private static AuthFixture auth;
  private static Caller berlinAgent;

  @BeforeAll
  static void start() {
    auth = new AuthFixture();
    berlinAgent =
        new Caller(
            "01936d5c-0000-7000-8000-00000000bbbb",
            auth.roles.permissionsOf(Set.of("AGENT_ADMIN")),
            "BER",
            null,
            Map.of());
  }

  @AfterAll
  static void stop() {
    auth.close();
  }

  @Test
  void seedsRolesWithKnownPermissionsOnly() {
    var roles = auth.roles.all();

    assertThat(roles)
        .extracting(role -> role.name())
        .containsExactly(
            "AGENT_ADMIN",
            "COMPLIANCE",
            "CUSTOMER",
            "GLOBAL_VIEWER",
            "ORG_ADMIN",
            "ORG_USER",
            "SERVICE",
            "TELLER");
    for (var role : roles) {
      assertThat(Permissions.all()).containsAll(role.permissions());
      assertThat(role.permissions()).doesNotContain("ledger:post", "password-links:read");
    }
    assertThat(auth.roles.permissionsOf(Set.of("ORG_ADMIN"))).hasSize(Permissions.all().size() - 2);
    assertThat(auth.roles.permissionsOf(Set.of("SERVICE"))).isEmpty();
  }

  @Test
  void keepsAUserAsItWasCreated() {
    var assignment =
        new Assignment(Set.of("TELLER", "ORG_USER"), "MUC", null, Map.of(EUR, 500_000L));

    var user = auth.givenUser("kept", assignment);

    var found = auth.users.byId(user.id()).orElseThrow();
    assertThat(found).isEqualTo(user);
    assertThat(found.assignment()).isEqualTo(assignment);
    assertThat(found.passwordHash()).startsWith("$argon2id$").doesNotContain(PASSWORD);
    assertThat(auth.eventTypes("user/" + user.id())).containsExactly("auth.user-created.v1");
    assertThat(auth.eventData("auth.user-created.v1")).noneMatch(data -> data.contains("kept"));
  }

  @Test
  void keepsACustomersClientRecord() {
    var client = UUID.fromString("01936d5c-0000-7000-8000-000000000002");

    var user = auth.givenUser("anna", new Assignment(Set.of("CUSTOMER"), "BER", client, Map.of()));

    assertThat(auth.users.byId(user.id()).orElseThrow()).isEqualTo(user);
  }

  @Test
  void givesAUserNameToOneOfTenAtOnce() throws Exception {
    var threads = Executors.newFixedThreadPool(10);
    var running = new ArrayList<Future<Outcome<User>>>();
    for (var i = 0; i < 10; i++) {
      running.add(threads.submit(() -> auth.create("wanted", teller("BER"), ADMIN)));
    }
    var created = 0;
    for (var outcome : running) {
      created += outcome.get() instanceof Outcome.Done ? 1 : 0;
    }
    threads.shutdown();

    assertThat(created).isEqualTo(1);
  }

  @Test
  void refusesAnUnknownRole() {
    var outcome = auth.create("odd", new Assignment(Set.of("KING"), null, null, Map.of()), ADMIN);

    assertThat(refusal(outcome)).isInstanceOf(Refusal.AgainstRule.class);
    assertThat(auth.users.byUsername("odd")).isEmpty();
  }

  @Test
  void letsAnAgentMakeTellersAndCustomersOfItsBranchOnly() {
    assertThat(auth.create("agents-teller", teller("BER"), berlinAgent))
        .isInstanceOf(Outcome.Done.class);
    assertThat(refusal(auth.create("munich", teller("MUC"), berlinAgent)))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(refusal(auth.create("head-office", teller(null), berlinAgent)))
        .isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  void letsNobodyGiveARoleThatMayDoMore() {
    for (var role : List.of("ORG_ADMIN", "COMPLIANCE", "GLOBAL_VIEWER")) {
      var assignment = new Assignment(Set.of(role), "BER", null, Map.of());

      assertThat(refusal(auth.create("climber", assignment, berlinAgent)))
          .isInstanceOf(Refusal.Forbidden.class);
    }
  }

  @Test
  void changesAUserAndSaysSo() {
    var user = auth.givenTeller("changed");
    var assignment = new Assignment(Set.of("ORG_USER"), "MUC", null, Map.of(EUR, 100L));

    var changed = done(update(user, user.version(), assignment, UserStatus.ACTIVE, ADMIN));

    assertThat(auth.users.byId(user.id())).contains(changed);
    assertThat(changed.version()).isEqualTo(2);
    assertThat(changed.assignment()).isEqualTo(assignment);
    assertThat(auth.eventTypes("user/" + user.id()))
        .containsExactly("auth.user-created.v1", "auth.user-updated.v1");
  }

  @Test
  void refusesAChangeOfWhatHasChangedMeanwhile() {
    var user = auth.givenTeller("contended");
    done(update(user, 1, teller("MUC"), UserStatus.ACTIVE, ADMIN));

    assertThat(refusal(update(user, 1, teller("BER"), UserStatus.ACTIVE, ADMIN)))
        .isEqualTo(new Refusal.Stale());
  }

  @Test
  void hidesUsersOfOtherBranches() {
    var munich = auth.givenUser("hidden", teller("MUC"));
    auth.givenUser("visible", teller("BER"));
    var powerful = withUpdate(berlinAgent);

    assertThat(refusal(update(munich, 1, teller("BER"), UserStatus.ACTIVE, powerful)))
        .isEqualTo(new Refusal.NotFound("user"));
    assertThat(new FindUsers(auth.users).byId(munich.id(), berlinAgent)).isEmpty();
    assertThat(new FindUsers(auth.users).list(new Users.Filter(null, null), null, 200, berlinAgent))
        .isNotEmpty()
        .allMatch(user -> "BER".equals(user.assignment().branch()));
    assertThat(
            new FindUsers(auth.users).list(new Users.Filter("MUC", null), null, 200, berlinAgent))
        .isEmpty();
  }

  @Test
  void letsNobodyTakeChargeOfAMorePowerfulUser() {
    var chief = auth.givenUser("chief", new Assignment(Set.of("ORG_ADMIN"), "BER", null, Map.of()));
    var agent = withUpdate(berlinAgent);

    assertThat(refusal(update(chief, 1, teller("BER"), UserStatus.ACTIVE, agent)))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(refusal(password(chief, null, agent))).isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  void letsNobodyChangeItself() {
    var user = auth.givenTeller("selfish");

    assertThat(refusal(update(user, 1, teller("BER"), UserStatus.ACTIVE, as(user))))
        .isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  void letsAUserChangeItsOwnPasswordWithTheCurrentOne() {
    var user = auth.givenTeller("own-password");

    assertThat(refusal(password(user, "not the current one", plain(user))))
        .isInstanceOf(Refusal.AgainstRule.class);
    assertThat(refusal(password(user, null, plain(user)))).isInstanceOf(Refusal.AgainstRule.class);
    done(password(user, PASSWORD, plain(user)));

    assertThat(auth.passwords.check("own-password", "another good password", TRAIL)).isPresent();
    assertThat(auth.passwords.check("own-password", PASSWORD, TRAIL)).isEmpty();
    assertThat(auth.eventTypes("user/" + user.id()))
        .containsExactly("auth.user-created.v1", "auth.password-changed.v1");
  }

  @Test
  void makesWhoGuessesItsCurrentPasswordWait() {
    var user = auth.givenTeller("guessing");
    for (var i = 0; i < 5; i++) {
      password(user, "not the current one", plain(user));
    }

    assertThat(refusal(password(user, PASSWORD, plain(user))))
        .isInstanceOf(Refusal.AgainstRule.class);
  }

  @Test
  void listsUsersInTheOrderOfTheirCreationByPages() {
    var first = auth.givenUser("page-1", teller("PAGE"));
    var second = auth.givenUser("page-2", teller("PAGE"));
    var third = auth.givenUser("page-3", teller("PAGE"));
    done(update(third, 1, teller("PAGE"), UserStatus.DISABLED, ADMIN));
    var all = new Users.Filter("PAGE", null);

    assertThat(auth.users.list(all, null, 2)).containsExactly(first, second);
    assertThat(auth.users.list(all, second.id(), 2)).hasSize(1);
    assertThat(auth.users.list(new Users.Filter("PAGE", UserStatus.DISABLED), null, 9)).hasSize(1);
  }

  @Test
  void registersAClientAndKeepsItsSecretAsAHashOnly() {
    var registered = done(register(Set.of("accounts:read"), ADMIN));

    var kept = auth.clients.byId(registered.client().clientId()).orElseThrow();
    assertThat(kept).isEqualTo(registered.client());
    assertThat(kept.credentials().hasSecret(registered.secret(), NOON)).isTrue();
    assertThat(kept.credentials().secretHash()).isNotEqualTo(registered.secret());
    assertThat(auth.eventTypes("api-client/" + kept.clientId()))
        .containsExactly("auth.api-client-registered.v1");
    assertThat(auth.eventData("auth.api-client-registered.v1"))
        .noneMatch(data -> data.contains(registered.secret()));
  }

  @Test
  void grantsNoScopeThatTheCallerHasNot() {
    var weak = new Caller("weak", Set.of("api-clients:create"), null, null, Map.of());

    assertThat(refusal(register(Set.of("ledger:post"), weak)))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(refusal(register(Set.of("no:such"), ADMIN))).isInstanceOf(Refusal.AgainstRule.class);
  }

  @Test
  void registersTheBootstrapClientOnce() {
    auth.bootstrap("bootstrap", "a-secret-of-more-than-32-characters");
    auth.bootstrap("bootstrap", "another-secret-of-more-than-32-characters");

    var client = auth.clients.byId("bootstrap").orElseThrow();
    assertThat(client.credentials().hasSecret("a-secret-of-more-than-32-characters", NOON))
        .isTrue();
    assertThat(client.access().scopes()).isEqualTo(Permissions.all());
  }

  @Test
  void letsTheServiceClientFollowItsSetting() {
    auth.service("corridor-service", "a-secret-of-more-than-32-characters");
    auth.service("corridor-service", "another-secret-of-more-than-32-characters");
    auth.service("corridor-service", "another-secret-of-more-than-32-characters");

    var client = auth.clients.byId("corridor-service").orElseThrow();
    assertThat(client.credentials().hasSecret("another-secret-of-more-than-32-characters", NOON))
        .isTrue();
    assertThat(client.access().scopes())
        .containsExactlyInAnyOrder(
            "ledger:post",
            "ledger:read",
            "accounts:read",
            "clients:read",
            "users:read",
            "holds:create",
            "password-links:read");
    assertThat(auth.eventTypes("api-client/corridor-service")).hasSize(2);
  }

  @Test
  void seedsThePublicClientOfTheCommandLine() {
    var cli = auth.clients.byId("corridor-cli").orElseThrow();

    assertThat(cli.isPublic()).isTrue();
    assertThat(cli.access().redirectUris()).containsExactly("http://127.0.0.1/callback");
    assertThat(cli.access().scopes())
        .contains("openid", "users:create")
        .doesNotContain("ledger:post");
  }

  private static Assignment teller(String branch) {
    return new Assignment(Set.of("TELLER"), branch, null, Map.of());
  }

  private static Outcome<User> update(
      User user, long version, Assignment assignment, UserStatus status, Caller caller) {
    auth.now.set(NOON);
    return auth.update(
        new UpdateUser.Command(
            user.id(), version, "Some Body", null, assignment, status, caller, TRAIL));
  }

  private static Outcome<User> password(User user, String current, Caller caller) {
    return auth.changePassword(
        new ChangePassword.Command(user.id(), current, "another good password", caller, TRAIL));
  }

  private static Outcome<RegisterApiClient.Registered> register(Set<String> scopes, Caller caller) {
    var access = new ApiClient.Access(Set.of(GrantType.CLIENT_CREDENTIALS), Set.of(), scopes);
    return auth.register(new RegisterApiClient.Command("A program", false, access, caller, TRAIL));
  }

  private static Caller withUpdate(Caller caller) {
    var permissions = new HashSet<>(caller.permissions());
    permissions.add("users:update");
    return new Caller(caller.subject(), permissions, caller.branch(), null, Map.of());
  }

  private static Caller as(User user) {
    return new Caller(user.id().toString(), Permissions.all(), null, null, Map.of());
  }

  private static Caller plain(User user) {
    return new Caller(
        user.id().toString(), Set.of("clients:read"), user.assignment().branch(), null, Map.of());
  }

  private static Refusal refusal(Outcome<?> outcome) {
    return ((Outcome.Refused<?>) outcome).refusal();
  }
}
