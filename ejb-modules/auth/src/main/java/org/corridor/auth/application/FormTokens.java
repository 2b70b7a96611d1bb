package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Tells whether a form was made for this browser: its token is a digest, under a key of the
 * server's, of a cookie that the browser has from the page. Nothing is kept, so a form works also
 * while Redis is away.
 */
@ApplicationScoped
public class FormTokens {

  private final SecretDigests digests;

  @Inject
  public FormTokens(SecretDigests digests) {
    this.digests = digests;
  }

  /** For the container's proxy. */
  protected FormTokens() {
    this(null);
  }

  /** A value for the cookie of a browser that has none yet. */
  public String newBinding() {
    return RandomSecrets.next();
  }

  public String of(String binding, String form) {
    return digests.of("form " + form + " " + binding);
  }

  /** Takes the same time whatever is presented. */
  public boolean fits(String binding, String form, String presented) {
    return !binding.isEmpty()
        && MessageDigest.isEqual(
            of(binding, form).getBytes(StandardCharsets.US_ASCII),
            presented.getBytes(StandardCharsets.UTF_8));
  }
}
