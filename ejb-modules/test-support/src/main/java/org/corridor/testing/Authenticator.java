package org.corridor.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, as others write them (RFC 6238). */
public final class Authenticator {

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final byte[] secret;

  /**
   * @param typed as the page shows it
   */
  public Authenticator(String typed) {
    var base32 = typed.replace(" ", "");
    var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
    var buffer = 0;
    var held = 0;
    for (var i = 0; i < base32.length(); i++) {
      buffer = (buffer << 5) | BASE32.indexOf(base32.charAt(i));
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes.put((byte) (buffer >> held));
        buffer &= (1 << held) - 1;
      }
    }
    secret = bytes.array();
  }

  /**
   * @param later steps of half a minute from now
   */
  public String code(int later) {
    return codeAt(Instant.now().plusSeconds(30L * later));
  }

  /** What it shows then. */
  public String codeAt(Instant moment) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      var step = moment.getEpochSecond() / 30;
      var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      var offset = hash[hash.length - 1] & 0xf;
      var number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fff_ffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
