package org.corridor.auth.infrastructure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.corridor.platform.secrets.SecretName;
import org.corridor.platform.secrets.Secrets;

/**
 * How the signing keys are sealed: with the platform's secrets where they are configured, under the
 * key-store password otherwise. What the other way has sealed opens too, and is sealed anew.
 */
@ApplicationScoped
public class SigningKeySealing {

  private static final SecretName NAME = new SecretName("auth.signing-keys", "");

  private final PasswordSealing password;
  private final Secrets secrets;

  @Inject
  public SigningKeySealing(KeyStorePassword password, Secrets secrets) {
    this.password = new PasswordSealing(password);
    this.secrets = secrets;
  }

  /** For the container's proxy. */
  protected SigningKeySealing() {
    this.password = null;
    this.secrets = null;
  }

  String seal(String jwkSet) throws JOSEException {
    return secrets.isConfigured()
        ? secrets.seal(NAME, jwkSet.getBytes(StandardCharsets.UTF_8))
        : password.seal(jwkSet);
  }

  /**
   * @throws IllegalStateException if it does not open, with the reason
   */
  JWKSet open(String sealed) {
    if (!secrets.isSealed(sealed)) {
      return password.open(sealed);
    }
    try {
      return JWKSet.parse(new String(secrets.open(NAME, sealed), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      // The cause would quote the keys.
      throw new IllegalStateException("what was sealed as signing keys is no JWK set");
    }
  }

  /** False if it should be sealed anew. */
  boolean isCurrent(String sealed) {
    return secrets.isConfigured() ? secrets.isCurrent(sealed) : !secrets.isSealed(sealed);
  }
}
