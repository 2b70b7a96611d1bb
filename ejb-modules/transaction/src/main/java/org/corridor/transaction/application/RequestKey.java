package org.corridor.transaction.application;

import java.util.Objects;

/**
 * The idempotency key of a request.
 *
 * @param caller whose key it is: others' keys are other keys
 * @param fingerprint of the request, in hexadecimal: the same key must come with the same request
 */
public record RequestKey(String caller, String key, String fingerprint) {

  public RequestKey {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(fingerprint, "fingerprint");
  }
}
