package org.corridor.platform.service;

import java.net.URI;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;

/**
 * Who a context is towards the others.
 *
 * @param tokenUri the token endpoint of the authorization server
 * @param clientId of this context
 * @param clientSecret of this context
 * @param scope what the token shall allow, codes separated by a space; empty for all that the
 *     client was granted
 */
public record ServiceTokenSettings(
    URI tokenUri, String clientId, String clientSecret, String scope) {

  public ServiceTokenSettings {
    Objects.requireNonNull(tokenUri, "tokenUri");
    Objects.requireNonNull(clientId, "clientId");
    Objects.requireNonNull(clientSecret, "clientSecret");
    Objects.requireNonNull(scope, "scope");
  }

  /**
   * From {@code corridor.service.token-uri}, {@code corridor.service.client-id} and {@code
   * corridor.service.client-secret}. To be called when a remote adapter is really used: in the EAR
   * none of the three need be set.
   *
   * @throws IllegalStateException if one of them is missing, with its name
   */
  public static ServiceTokenSettings from(Config config, String scope) {
    return new ServiceTokenSettings(
        URI.create(required(config, "corridor.service.token-uri")),
        required(config, "corridor.service.client-id"),
        required(config, "corridor.service.client-secret"),
        scope);
  }

  private static String required(Config config, String key) {
    return config
        .getOptionalValue(key, String.class)
        .orElseThrow(
            () -> new IllegalStateException("calls to other contexts need the setting " + key));
  }

  /** Without the secret: it must not reach a log. */
  @Override
  public String toString() {
    return "ServiceTokenSettings[" + clientId + " at " + tokenUri + "]";
  }
}
