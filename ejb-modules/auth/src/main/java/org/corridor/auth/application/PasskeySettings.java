package org.corridor.auth.application;

import java.net.URI;

/**
 * Where passkeys are good.
 *
 * @param relyingParty the domain that they belong to: the host of the pages, or one above it
 * @param origin of the pages
 */
public record PasskeySettings(String relyingParty, String origin) {

  public PasskeySettings {
    var host = URI.create(origin).getHost();
    if (!host.equals(relyingParty) && !host.endsWith("." + relyingParty)) {
      throw new IllegalArgumentException(
          "the relying party " + relyingParty + " is not " + host + ", nor above it");
    }
  }

  /**
   * @param issuer whose pages they are
   * @param relyingParty null for the issuer's host
   */
  public static PasskeySettings of(URI issuer, String relyingParty) {
    var port = issuer.getPort() < 0 ? "" : ":" + issuer.getPort();
    return new PasskeySettings(
        relyingParty == null ? issuer.getHost() : relyingParty,
        issuer.getScheme() + "://" + issuer.getHost() + port);
  }
}
