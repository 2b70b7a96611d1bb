package org.corridor.platform.secrets.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.corridor.platform.secrets.SecretsUnavailable;
import org.corridor.testing.vault.DocumentedVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against {@link DocumentedVault}; no real Vault has been run. */
class VaultTest {

  private static final String LOGIN = "POST /v1/auth/approle/login";
  private static final String RENEW = "POST /v1/auth/token/renew-self";
  private static final String DATA_KEY = "POST /v1/transit/datakey/plaintext/corridor";
  private static final String DECRYPT = "POST /v1/transit/decrypt/corridor";

  private final Map<String, String> settings = new HashMap<>();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-05T12:00:00Z"));

  private DocumentedVault vault;

  @BeforeEach
  void startVault() {
    vault = DocumentedVault.start();
    settings.put("corridor.vault.address", vault.address().toString());
    settings.put("corridor.vault.approle.role-id", DocumentedVault.ROLE_ID);
    settings.put("corridor.vault.approle.secret-id", DocumentedVault.SECRET_ID);
    settings.put("corridor.vault.timeout", "PT10S");
    settings.put("corridor.vault.patience", "PT20S");
  }

  @AfterEach
  void stopVault() {
    vault.close();
  }

  @Test
  void settingsComeFromAllPathsTheLaterTheStronger() {
    vault.put("corridor/common", Map.of("corridor.redis.password", "of all", "corridor.x", 5));
    vault.put("corridor/auth", Map.of("corridor.redis.password", "of auth"));
    settings.put("corridor.vault.kv.paths", "corridor/common, corridor/auth");

    var source = source();

    assertThat(source.getPropertyNames()).as("names alone ask nobody").isEmpty();
    assertThat(vault.asked()).isEmpty();
    assertThat(source.getValue("corridor.redis.password")).isEqualTo("of auth");
    assertThat(source.getValue("corridor.x")).isEqualTo("5");
    assertThat(source.getValue("corridor.missing")).isNull();
    assertThat(vault.count(LOGIN)).isEqualTo(1);
    assertThat(vault.asked()).hasSize(3);
    assertThat(source.getPropertyNames()).contains("corridor.x");
    assertThat(source.getOrdinal()).isBetween(301, 399);
  }

  @Test
  void settingsOfOthersAndItsOwnAreNotLookedForInVault() {
    settings.put("corridor.vault.kv.paths", "corridor/common");

    assertThat(source().getValue("mp.messaging.connector")).isNull();
    assertThat(source().getValue("corridor.vault.address")).isNull();
    assertThat(vault.asked()).isEmpty();
  }

  @Test
  void aSettingOfVaultThatRefersToAnotherDoesNotLookForThatInVault() {
    vault.put("corridor/common", Map.of("corridor.x", "from Vault"));
    settings.put("corridor.vault.kv.paths", "corridor/common");
    var itself = new AtomicReference<VaultConfigSource>();
    itself.set(
        new VaultConfigSource(
            name -> {
              assertThat(itself.get().getValue("corridor.x")).as("meanwhile").isNull();
              return setting(name);
            }));

    assertThat(itself.get().getValue("corridor.x")).isEqualTo("from Vault");
  }

  @Test
  void withoutAnAddressNothingIsAsked() {
    settings.clear();
    settings.put("corridor.vault.kv.paths", "corridor/common");

    assertThat(source().getValue("corridor.redis.password")).isNull();
  }

  @Test
  void aPathWithoutSecretsStopsWhoAsksWithItsName() {
    settings.put("corridor.vault.kv.paths", "corridor/none");

    assertThatIllegalStateException()
        .isThrownBy(() -> source().getValue("corridor.redis.password"))
        .withMessageContaining("corridor.vault.kv.paths")
        .withMessageContaining("secret/data/corridor/none");
  }

  @Test
  void aWrongSecretIdIsToldWithoutIt() {
    settings.put("corridor.vault.approle.secret-id", "a-wrong-secret-id");
    settings.put("corridor.vault.kv.paths", "corridor/common");

    assertThatExceptionOfType(VaultRefused.class)
        .isThrownBy(() -> source().getValue("corridor.redis.password"))
        .withMessageContaining("auth/approle/login")
        .withMessageContaining("400: invalid role or secret ID")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("a-wrong-secret-id"));
    assertThat(vault.count(LOGIN)).as("trying again would not help").isEqualTo(1);
  }

  @Test
  void aPodSignsInWithItsServiceAccountWhoseTokenIsReadEachTime(@TempDir Path directory)
      throws Exception {
    var file = directory.resolve("token");
    Files.writeString(file, "not yet valid");
    settings.put("corridor.vault.sign-in", "kubernetes");
    settings.put("corridor.vault.kubernetes.role", DocumentedVault.KUBERNETES_ROLE);
    settings.put("corridor.vault.kubernetes.token-file", file.toString());
    var keys = keys(session());
    assertThatExceptionOfType(VaultRefused.class).isThrownBy(keys::current);

    Files.writeString(file, DocumentedVault.SERVICE_ACCOUNT_JWT + '\n');

    assertThat(keys.current().key().getEncoded()).hasSize(32);
    assertThat(vault.count("POST /v1/auth/kubernetes/login")).isEqualTo(2);
  }

  @Test
  void aSecretIdMayStandInAFile(@TempDir Path directory) throws Exception {
    var file = directory.resolve("secret-id");
    Files.writeString(file, DocumentedVault.SECRET_ID + '\n');
    settings.remove("corridor.vault.approle.secret-id");
    settings.put("corridor.vault.approle.secret-id-file", file.toString());

    assertThat(keys(session()).current()).isNotNull();
  }

  @Test
  void aNamespaceGoesWithEveryRequestAndTheSignIn() {
    vault.inNamespace("bank/payments");
    settings.put("corridor.vault.namespace", "bank/payments");

    assertThat(keys(session()).current()).isNotNull();
  }

  @Test
  void aTokenIsRenewedBeforeItEndsAndSignedInAnewAtTheEndOfItsLongestLife() {
    var session = session();
    session.isWell();

    pass(Duration.ofMinutes(39));
    session.isWell();
    assertThat(vault.count(RENEW)).isZero();

    pass(Duration.ofMinutes(2));
    session.isWell();
    assertThat(vault.count(RENEW)).isEqualTo(1);
    assertThat(vault.count(LOGIN)).isEqualTo(1);

    vault.renewFor(60);
    pass(Duration.ofMinutes(41));
    session.isWell();
    assertThat(vault.count(RENEW)).isEqualTo(2);
    assertThat(vault.count(LOGIN)).isEqualTo(2);

    pass(Duration.ofHours(3));
    session.isWell();
    assertThat(vault.count(LOGIN)).as("nobody has asked for too long").isEqualTo(3);
  }

  @Test
  void aTokenThatWasRevokedIsReplacedWithoutAnybodyNoticing() {
    var keys = keys(session());
    var key = keys.current();
    vault.revokeTokens();
    pass(Duration.ofMinutes(61));

    assertThat(keys.find(key.id())).isEqualTo(key.key());
    assertThat(vault.count(LOGIN)).isEqualTo(2);
  }

  @Test
  void whatThePolicyForbidsIsToldWithItsPath() {
    vault.forbid();

    assertThatExceptionOfType(VaultRefused.class)
        .isThrownBy(() -> keys(session()).current())
        .withMessageContaining("transit/datakey/plaintext/corridor")
        .withMessageContaining("403: permission denied");
    var session = session();
    assertThat(session.isWell()).isFalse();
    assertThat(session.isWell()).as("a refusal is no answer").isFalse();
  }

  @Test
  void manyWhoWaitForASlowVaultWaitOnce() throws Exception {
    settings.put("corridor.vault.timeout", "PT0.5S");
    settings.put("corridor.vault.patience", "PT1S");
    vault.answerAfter(5_000);
    var session = session();
    var threads = Executors.newFixedThreadPool(8);
    var calls = new ArrayList<Callable<Boolean>>();
    for (var i = 0; i < 8; i++) {
      calls.add(session::isWell);
    }
    var begun = System.nanoTime();

    for (var call : threads.invokeAll(calls)) {
      assertThat(call.get()).isFalse();
    }
    threads.shutdown();

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void tooManyRequestsAndStandbysAreTriedAgain() {
    for (var status : List.of(429, 412, 500, 502, 503)) {
      vault.refuse(2, status);

      assertThat(keys(session()).current()).as("after " + status).isNotNull();
    }
  }

  @Test
  void aSealedVaultIsToldOfLeftAloneForAMomentAndUsedAgainWhenItIsOpen() {
    settings.put("corridor.vault.patience", "PT1S");
    var session = session();
    assertThat(session.isWell()).isTrue();
    vault.seal();
    pass(Duration.ofSeconds(11));

    assertThat(session.isWell()).isFalse();
    assertThatExceptionOfType(SecretsUnavailable.class)
        .isThrownBy(() -> keys(session).current())
        .withMessageContaining("503: Vault is sealed")
        .withMessageContaining(vault.address().toString());
    var asked = vault.asked().size();
    assertThat(session.isWell()).isFalse();
    assertThat(vault.asked()).as("left alone").hasSize(asked);

    vault.unseal();
    pass(Duration.ofSeconds(3));
    assertThat(session.isWell()).isTrue();
    assertThat(keys(session).current()).isNotNull();
  }

  @Test
  void aSlowVaultIsGivenUpWithinThePatience() {
    settings.put("corridor.vault.timeout", "PT0.5S");
    settings.put("corridor.vault.patience", "PT1S");
    vault.answerAfter(5_000);
    var begun = System.nanoTime();

    assertThatExceptionOfType(SecretsUnavailable.class)
        .isThrownBy(() -> keys(session()).current())
        .withMessageContaining("cannot be reached");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void aVaultThatIsNotThereIsToldWithItsAddress() {
    settings.put("corridor.vault.patience", "PT1S");
    vault.close();

    assertThatExceptionOfType(SecretsUnavailable.class)
        .isThrownBy(() -> keys(session()).current())
        .withMessageContaining("Vault at " + vault.address())
        .withMessageContaining("cannot be reached");
  }

  @Test
  void aDataKeyIsUnwrappedSeldomAndByTheOneWhoMay() {
    var key = keys(session()).current();
    var replica = keys(session());

    assertThat(replica.find(key.id())).isEqualTo(key.key());
    replica.find(key.id());
    assertThat(vault.count(DECRYPT)).isEqualTo(1);
    assertThat(key.id()).startsWith("vault:v1:");

    pass(Duration.ofMinutes(61));
    replica.find(key.id());
    assertThat(vault.count(DECRYPT)).as("after an hour").isEqualTo(2);
    assertThat(replica.current().id()).isNotEqualTo(key.id());
  }

  @Test
  void afterTransitHasRotatedTheOldOpensAndIsNoLongerCurrent() {
    var keys = keys(session());
    var old = keys.current();
    vault.rotateTransit();
    assertThat(keys.isCurrent(old.id())).isTrue();

    pass(Duration.ofMinutes(61));

    assertThat(keys.isCurrent(old.id())).isFalse();
    assertThat(keys.current().id()).startsWith("vault:v2:");
    assertThat(keys.find(old.id())).isEqualTo(old.key());

    vault.decryptFrom(2);
    pass(Duration.ofMinutes(61));
    assertThatExceptionOfType(VaultRefused.class)
        .isThrownBy(() -> keys.find(old.id()))
        .withMessageContaining("too old");
  }

  @Test
  void manyThreadsSignInOnceAndMakeOneKey() throws Exception {
    var keys = keys(session());
    var threads = Executors.newFixedThreadPool(8);
    var calls = new ArrayList<Callable<String>>();
    for (var i = 0; i < 32; i++) {
      calls.add(() -> keys.current().id());
    }

    var seen = new HashSet<String>();
    for (var call : threads.invokeAll(calls)) {
      seen.add(call.get());
    }
    threads.shutdown();

    assertThat(seen).hasSize(1);
    assertThat(vault.count(LOGIN)).isEqualTo(1);
    assertThat(vault.count(DATA_KEY)).isEqualTo(1);
  }

  @Test
  void onlyTheCertificateThatIsNamedIsTrusted(@TempDir Path directory) throws Exception {
    settings.put("corridor.vault.patience", "PT1S");
    var certificate = Certificate.make(directory);
    try (var secure = DocumentedVault.startTls(certificate.serverContext())) {
      settings.put("corridor.vault.address", secure.address().toString());
      assertThatExceptionOfType(SecretsUnavailable.class)
          .isThrownBy(() -> keys(session()).current())
          .withMessageContaining("cannot be reached")
          .withMessageContaining("certification path");

      settings.put("corridor.vault.ca-certificate", certificate.pem().toString());

      assertThat(keys(session()).current()).isNotNull();
    }
  }

  @Test
  void settingsOfTheServerItselfBecomeFilesThatOnlyTheirOwnerReads(@TempDir Path directory)
      throws Exception {
    vault.put("corridor/auth", Map.of("corridor.db.auth.app.password", "s3cret"));
    settings.put("corridor.vault.kv.paths", "corridor/auth");
    var variables = directory.resolve("variables");

    assertThat(ServerVariables.write(this::setting, variables)).isEqualTo(1);

    var file = variables.resolve("corridor.db.auth.app.password");
    assertThat(file).hasContent("s3cret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var all = Files.list(variables)) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void aNameInVaultThatIsAPathIsWrittenNowhere(@TempDir Path directory) {
    vault.put("corridor/auth", Map.of("corridor.x", "1", "../corridor.y", "2"));
    settings.put("corridor.vault.kv.paths", "corridor/auth");

    assertThatIllegalStateException()
        .isThrownBy(() -> ServerVariables.write(this::setting, directory))
        .withMessageContaining("../corridor.y");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void nothingSecretIsInTheTextOfSettingsAndKeys() {
    assertThat(vaultSettings().toString())
        .doesNotContain(DocumentedVault.SECRET_ID)
        .doesNotContain(DocumentedVault.ROLE_ID);
    assertThat(keys(session()).current().toString()).matches("DataKey\\[vault:v1:.*]");
  }

  @Test
  void settingsThatAreMissingOrUnsafeAreNamed() {
    settings.remove("corridor.vault.approle.role-id");
    assertThatIllegalStateException()
        .isThrownBy(this::vaultSettings)
        .withMessageContaining("corridor.vault.approle.role-id");

    settings.put("corridor.vault.approle.role-id", "r");
    settings.put("corridor.vault.address", "http://vault.example:8200");
    assertThatIllegalStateException()
        .isThrownBy(this::vaultSettings)
        .withMessageContaining("corridor.vault.address must be https");

    settings.put("corridor.vault.address", "https://vault.example:8200");
    settings.put("corridor.vault.timeout", "3s");
    assertThatIllegalStateException()
        .isThrownBy(this::vaultSettings)
        .withMessageContaining("corridor.vault.timeout");

    settings.put("corridor.vault.timeout", "PT3S");
    settings.put("corridor.vault.ca-certificate", "/nowhere/ca.pem");
    assertThatIllegalStateException()
        .isThrownBy(this::session)
        .withMessageContaining("corridor.vault.ca-certificate");
  }

  private VaultConfigSource source() {
    return new VaultConfigSource(this::setting);
  }

  private Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  private VaultSettings vaultSettings() {
    return VaultSettings.from(this::setting).orElseThrow();
  }

  private VaultSession session() {
    return new VaultSession(vaultSettings(), clock());
  }

  private TransitKeys keys(VaultSession session) {
    return new TransitKeys(session, "transit", "corridor", clock());
  }

  private void pass(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now.get();
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("UTC");
      }
    };
  }
}
