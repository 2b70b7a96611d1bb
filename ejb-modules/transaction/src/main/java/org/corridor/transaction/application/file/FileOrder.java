package org.corridor.transaction.application.file;

import java.util.Objects;
import org.corridor.kernel.Caller;

/**
 * In whose name a file is paid.
 *
 * @param maker as the token said it when the file came: later ones do not count
 * @param fingerprint of the request, in hexadecimal
 */
public record FileOrder(Caller maker, String fingerprint) {

  public FileOrder {
    Objects.requireNonNull(maker, "maker");
    Objects.requireNonNull(fingerprint, "fingerprint");
  }
}
