package org.corridor.transaction.domain.saga;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/**
 * The idempotency id of a step: the same at every attempt, by whomever. A UUIDv7 with the saga's
 * time, so that it lies beside its neighbours, whose other bits are a digest of saga and step.
 */
public final class StepIds {

  private static final long TIME = 0xFFFF_FFFF_FFFF_0000L;
  private static final long VERSION_7 = 0x7000L;
  private static final long TWELVE_BITS = 0x0FFFL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long SIXTY_TWO_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

  private StepIds() {}

  public static UUID of(UUID sagaId, String step) {
    var digest = digest(sagaId + "/" + step);
    var high = number(digest, 0);
    var low = number(digest, Long.BYTES);
    return new UUID(
        (sagaId.getMostSignificantBits() & TIME) | VERSION_7 | (high & TWELVE_BITS),
        VARIANT | (low & SIXTY_TWO_BITS));
  }

  private static long number(byte[] digest, int from) {
    return new BigInteger(Arrays.copyOfRange(digest, from, from + Long.BYTES)).longValue();
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
