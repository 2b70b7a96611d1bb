package org.corridor.auth.application;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes (RFC 6238), as authenticator apps make them. */
final class OneTimeCodes {

  static final int DIGITS = 6;
  static final int SECRET_BYTES = 20;

  private static final Duration STEP = Duration.ofSeconds(30);

  /** Of a clock that is a little wrong (RFC 6238, section 5.2). */
  private static final int DRIFT_STEPS = 1;

  private static final String ALGORITHM = "HmacSHA1";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private OneTimeCodes() {}

  /**
   * The step whose code it is; empty if it is none of now, or one that was taken before.
   *
   * @param lastStep that a code was taken of
   */
  static OptionalLong step(byte[] secret, String typed, Instant now, long lastStep) {
    var current = now.getEpochSecond() / STEP.toSeconds();
    var found = OptionalLong.empty();
    // all of them, so that the time does not tell which it was
    for (var step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step++) {
      if (same(code(secret, step, DIGITS), typed) && step > lastStep) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** RFC 4226, section 5.3. */
  static String code(byte[] secret, long step, int digits) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      var offset = hash[hash.length - 1] & 0xf;
      var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
      var modulus = 1;
      for (var i = 0; i < digits; i++) {
        modulus *= 10;
      }
      return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** RFC 4648, section 6, without padding: as people type it. */
  static String base32(byte[] bytes) {
    var text = new StringBuilder();
    var buffer = 0;
    var held = 0;
    for (var b : bytes) {
      buffer = (buffer << Byte.SIZE) | (b & 0xff);
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(BASE32.charAt((buffer >> held) & 0x1f));
      }
      buffer &= (1 << held) - 1;
    }
    if (held > 0) {
      text.append(BASE32.charAt((buffer << (BITS - held)) & 0x1f));
    }
    return text.toString();
  }

  private static boolean same(String code, String typed) {
    return MessageDigest.isEqual(
        code.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
  }
}
