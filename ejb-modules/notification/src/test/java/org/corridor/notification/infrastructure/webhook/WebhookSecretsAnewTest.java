package org.corridor.notification.infrastructure.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.application.webhook.ChangeEndpoint.Target;
import org.corridor.notification.application.webhook.EndpointOutcome.DoneWithSecret;
import org.corridor.platform.secrets.KeyStoreKeys;
import org.corridor.platform.secrets.Secrets;
import org.corridor.testing.KeyStoreFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets of endpoints, on the way from the configured key to the platform's secrets. */
class WebhookSecretsAnewTest {

  @TempDir private Path directory;

  private final WebhookWorld world = new WebhookWorld();

  @Test
  void bothSecretsOfAnEndpointAreSealedAnewAndOpenWithoutTheOldKey() {
    var registered = world.register(WebhookWorld.ORGANISATION, "*");
    var id = registered.endpoint().id();
    var target = new Target(WebhookWorld.ORGANISATION, id, 1, "admin-1", WebhookWorld.TRAIL);
    var rotated = (DoneWithSecret) world.changing.rotate(target);
    assertThat(sealed("secret")).doesNotStartWith("k1.");

    world.sealAnew(vault(Map.of("key", TestSettings.KEY)));

    var withoutOldKey = vault(Map.of());
    assertThat(sealed("secret")).startsWith("k1.");
    assertThat(sealed("previous_secret")).startsWith("k1.");
    assertThat(withoutOldKey.unseal(id, sealed("secret"))).isEqualTo(rotated.secret());
    assertThat(withoutOldKey.unseal(id, sealed("previous_secret"))).isEqualTo(registered.secret());
  }

  @Test
  void whatIsSealedAsItShouldBeStaysAndWhatDoesNotOpenToo() {
    world.register(WebhookWorld.ORGANISATION, "*");
    var vault = vault(Map.of("key", TestSettings.KEY));
    world.sealAnew(vault);
    var once = sealed("secret");

    world.sealAnew(vault);
    assertThat(sealed("secret")).isEqualTo(once);

    var ofAnother = world.vault.seal(UUID.randomUUID(), "whsec_other");
    world.execute("update webhook_endpoint set secret = '" + ofAnother + "'");
    world.sealAnew(vault);
    assertThat(sealed("secret")).isEqualTo(ofAnother);
  }

  private String sealed(String column) {
    return world.value("select " + column + " from webhook_endpoint");
  }

  private AesGcmVault vault(Map<String, String> settings) {
    var file = directory.resolve("keys.p12");
    if (!file.toFile().exists()) {
      KeyStoreFile.addKey(file, "data-1", 256);
    }
    var keys = new KeyStoreKeys(file, KeyStoreFile.PASSWORD, Optional.empty());
    return new AesGcmVault(TestSettings.of(settings), Secrets.in(keys));
  }
}
