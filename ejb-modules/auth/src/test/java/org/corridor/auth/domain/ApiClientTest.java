package org.corridor.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiClientTest {

  private static final Set<String> READ = Set.of("accounts:read");
  private static final Set<String> HERE = Set.of("http://127.0.0.1/callback");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final boolean PUBLIC = true;
  private static final boolean CONFIDENTIAL = false;

  @Test
  void letsAMachineUseItsCredentials() {
    assertThat(access(GrantType.CLIENT_CREDENTIALS).fault(CONFIDENTIAL)).isEmpty();
  }

  @Test
  void refusesCredentialsToAPublicClient() {
    assertThat(access(GrantType.CLIENT_CREDENTIALS).fault(PUBLIC)).isPresent();
  }

  @Test
  void wantsARedirectUriForCodesAndForNothingElse() {
    var codes = Set.of(GrantType.AUTHORIZATION_CODE);
    var machine = Set.of(GrantType.CLIENT_CREDENTIALS);

    assertThat(new ApiClient.Access(codes, Set.of(), READ).fault(PUBLIC)).isPresent();
    assertThat(new ApiClient.Access(codes, HERE, READ).fault(PUBLIC)).isEmpty();
    assertThat(new ApiClient.Access(machine, HERE, READ).fault(CONFIDENTIAL)).isPresent();
  }

  @Test
  void refusesRefreshTokensWithoutASignIn() {
    assertThat(access(GrantType.REFRESH_TOKEN).fault(CONFIDENTIAL)).isPresent();
  }

  @Test
  void refusesUnknownScopesAndOpenidForMachines() {
    var machine = Set.of(GrantType.CLIENT_CREDENTIALS);

    assertThat(new ApiClient.Access(machine, Set.of(), Set.of()).fault(false)).isPresent();
    assertThat(new ApiClient.Access(machine, Set.of(), Set.of("x:y")).fault(false)).isPresent();
    assertThat(new ApiClient.Access(machine, Set.of(), Set.of("openid")).fault(false)).isPresent();
  }

  @Test
  void hasNoIdThatAUserCouldHave() {
    assertThat(ApiClient.isClientId("corridor-cli")).isTrue();
    assertThat(ApiClient.isClientId("0192a6b0-0000-7000-8000-000000000001")).isFalse();
    assertThat(ApiClient.isClientId("a b")).isFalse();
  }

  @Test
  void knowsItsSecretByItsHashOnly() {
    var client = client(Digests.sha256("the secret"));

    assertThat(client.credentials().hasSecret("the secret", NOON)).isTrue();
    assertThat(client.credentials().hasSecret("another", NOON)).isFalse();
    assertThat(client.credentials().hasSecret("", NOON)).isFalse();
    assertThat(client.toString()).doesNotContain(Digests.sha256("the secret"));
  }

  @Test
  void letsTheSecretBeforeGoOnForItsTimeAndTheOneBeforeThatNotAtAll() {
    var first = Credentials.secret(Digests.sha256("first"));

    var second = first.rotated(Digests.sha256("second"), NOON.plusSeconds(60));
    var third = second.rotated(Digests.sha256("third"), NOON.plusSeconds(60));

    assertThat(second.hasSecret("first", NOON)).isTrue();
    assertThat(second.hasSecret("second", NOON)).isTrue();
    assertThat(second.hasSecret("first", NOON.plusSeconds(60))).isFalse();
    assertThat(second.hasSecret("second", NOON.plusSeconds(60))).isTrue();
    assertThat(third.hasSecret("first", NOON)).isFalse();
    assertThat(third.hasSecret("second", NOON)).isTrue();
    assertThat(third.toString()).doesNotContain(Digests.sha256("third"));
  }

  @Test
  void cannotBeMadeAgainstItsRules() {
    assertThatThrownBy(() -> client(null)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bindsItsTokensToOneThingAtMost() {
    assertThat(bound(true, false).fault(CONFIDENTIAL)).isEmpty();
    assertThat(bound(false, true).fault(CONFIDENTIAL)).isEmpty();
    assertThat(bound(true, true).fault(CONFIDENTIAL)).isPresent();
  }

  @Test
  void mayLessOnceItsTokensMustBeBound() {
    var free = client(Digests.sha256("the secret"));
    var toKey = free.changed("Payroll", bound(true, false), true);
    var toCertificate = free.changed("Payroll", bound(false, true), true);

    assertThat(toKey.mayLessThan(free)).isTrue();
    assertThat(toCertificate.mayLessThan(free)).isTrue();
    assertThat(toCertificate.mayLessThan(toKey)).isTrue();
    assertThat(free.mayLessThan(toCertificate)).isFalse();
    assertThat(toCertificate.mayLessThan(toCertificate)).isFalse();
  }

  private static ApiClient.Access bound(boolean toKey, boolean toCertificate) {
    return new ApiClient.Access(
        Set.of(GrantType.CLIENT_CREDENTIALS),
        Set.of(),
        READ,
        new ApiClient.Options(Set.of(), false, toKey, toCertificate, false));
  }

  private static ApiClient client(String secretHash) {
    return new ApiClient(
        "payroll",
        1,
        "Payroll",
        secretHash == null ? Credentials.none() : Credentials.secret(secretHash),
        access(GrantType.CLIENT_CREDENTIALS),
        true,
        Instant.parse("2026-03-02T12:00:00Z"));
  }

  private static ApiClient.Access access(GrantType type) {
    return new ApiClient.Access(Set.of(type), Set.of(), READ);
  }
}
