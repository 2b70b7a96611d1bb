package org.corridor.notification.infrastructure.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.corridor.notification.application.webhook.Signatures;
import org.corridor.platform.secrets.KeyStoreKeys;
import org.corridor.platform.secrets.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures, as the official library verifies them, and secrets at rest. */
class SignaturesTest {

  private static final String KEY_STORE = "only-for-tests-0123456789";

  private static final UUID ID = UUID.randomUUID();
  private static final String BODY = "{\"type\":\"transaction.paid\",\"data\":{\"a\":\"ü\"}}";

  @Test
  void theLibraryTakesOurSignature() throws Exception {
    var secret = Signatures.newSecret();
    var headers = headers(List.of(secret), Instant.now());

    assertThatCode(() -> new Webhook(secret).verify(BODY, headers)).doesNotThrowAnyException();
    assertThat(Signatures.headers(List.of(secret), ID, Instant.EPOCH, BODY))
        .containsEntry("webhook-signature", new Webhook(secret).sign(ID.toString(), 0, BODY));
  }

  @Test
  void anotherBodyAnotherSecretAndAnOldTimeAreRefused() throws Exception {
    var secret = Signatures.newSecret();
    var now = Instant.now();
    var webhook = new Webhook(secret);

    assertThatExceptionOfType(WebhookVerificationException.class)
        .isThrownBy(() -> webhook.verify(BODY + " ", headers(List.of(secret), now)));
    assertThatExceptionOfType(WebhookVerificationException.class)
        .isThrownBy(() -> webhook.verify(BODY, headers(List.of(Signatures.newSecret()), now)));
    assertThatExceptionOfType(WebhookVerificationException.class)
        .isThrownBy(() -> webhook.verify(BODY, headers(List.of(secret), now.minusSeconds(600))));
  }

  @Test
  void whileSecretsChangeEitherVerifies() {
    var current = Signatures.newSecret();
    var previous = Signatures.newSecret();
    var headers = headers(List.of(current, previous), Instant.now());

    assertThat(headers.get("webhook-signature").get(0)).matches("v1,[^ ]+ v1,[^ ]+");
    assertThatCode(() -> new Webhook(current).verify(BODY, headers)).doesNotThrowAnyException();
    assertThatCode(() -> new Webhook(previous).verify(BODY, headers)).doesNotThrowAnyException();
  }

  @Test
  void aSecretAtRestIsGoodForItsEndpointAndItsKeyAlone() {
    var vault = new AesGcmVault(TestSettings.of(Map.of("key", TestSettings.KEY)));
    var other = new AesGcmVault(TestSettings.of(Map.of("key", TestSettings.KEY.replace('M', 'N'))));
    var secret = Signatures.newSecret();

    var kept = vault.seal(ID, secret);

    assertThat(vault.unseal(ID, kept)).isEqualTo(secret);
    assertThat(kept).isNotEqualTo(vault.seal(ID, secret)).doesNotContain(secret.substring(6));
    assertThatIllegalStateException().isThrownBy(() -> vault.unseal(UUID.randomUUID(), kept));
    assertThatIllegalStateException()
        .isThrownBy(() -> other.unseal(ID, kept))
        .withMessageContaining("corridor.notification.webhook.key");
  }

  @Test
  void withoutAKeyThereAreNoWebhooksAndABadOneStopsTheStart() {
    assertThat(new AesGcmVault(TestSettings.of(Map.of())).isOpen()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> new AesGcmVault(TestSettings.of(Map.of("key", "c2hvcnQ="))))
        .withMessageContaining("32 bytes");
    assertThatIllegalStateException()
        .isThrownBy(() -> new AesGcmVault(TestSettings.of(Map.of("key", "no base64!"))));
  }

  @Test
  void withThePlatformsSecretsNoKeyIsNeededAndTheOldOneStillOpens(@TempDir Path directory)
      throws Exception {
    var secrets = Secrets.in(new KeyStoreKeys(keyStore(directory), KEY_STORE, Optional.empty()));
    var old = new AesGcmVault(TestSettings.of(Map.of("key", TestSettings.KEY)));
    var both = new AesGcmVault(TestSettings.of(Map.of("key", TestSettings.KEY)), secrets);
    var anew = new AesGcmVault(TestSettings.of(Map.of()), secrets);
    var before = old.seal(ID, "whsec_before");

    var after = both.seal(ID, both.unseal(ID, before));

    assertThat(anew.isOpen()).isTrue();
    assertThat(both.isCurrent(before)).isFalse();
    assertThat(both.isCurrent(after)).isTrue();
    assertThat(anew.unseal(ID, after)).isEqualTo("whsec_before");
    assertThatIllegalStateException().isThrownBy(() -> anew.unseal(UUID.randomUUID(), after));
    assertThatIllegalStateException()
        .isThrownBy(() -> anew.unseal(ID, before))
        .withMessageContaining("corridor.notification.webhook.key");
    assertThatIllegalStateException()
        .isThrownBy(() -> old.unseal(ID, after))
        .withMessageContaining("not configured");
  }

  private static Path keyStore(Path directory) throws Exception {
    var file = directory.resolve("keys.p12");
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, KEY_STORE.toCharArray());
    store.setEntry(
        "data-1",
        new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[32], "AES")),
        new KeyStore.PasswordProtection(KEY_STORE.toCharArray()));
    try (var out = Files.newOutputStream(file)) {
      store.store(out, KEY_STORE.toCharArray());
    }
    return file;
  }

  private static Map<String, List<String>> headers(List<String> secrets, Instant at) {
    return Signatures.headers(secrets, ID, at, BODY).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
  }
}
