package org.corridor.auth.application;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.corridor.auth.domain.Digests;

/** Lets somebody in once each who has lost its device. */
final class RecoveryCodes {

  static final int COUNT = 10;

  /** 80 bits: with nothing to guess, a fast hash of them will do. */
  private static final int BYTES = 10;

  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCodes() {}

  static List<String> make() {
    var codes = new ArrayList<String>();
    for (var i = 0; i < COUNT; i++) {
      var bytes = new byte[BYTES];
      RANDOM.nextBytes(bytes);
      codes.add(OneTimeCodes.base32(bytes).replaceAll("(.{4})(?!$)", "$1-"));
    }
    return codes;
  }

  static Set<String> hashes(List<String> codes) {
    return codes.stream()
        .map(code -> Digests.sha256(code.replace("-", "")))
        .collect(Collectors.toSet());
  }
}
