package org.corridor.notification.infrastructure.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;

/** Keys of the curve P-256 as bytes (SEC 1, section 2.3.3), and back. */
final class P256 {

  private static final int COORDINATE = 32;
  private static final byte UNCOMPRESSED = 4;
  private static final String CURVE = "secp256r1";

  private P256() {}

  static KeyPair generate() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(CURVE));
    return generator.generateKeyPair();
  }

  /**
   * @throws GeneralSecurityException if it is no point of the curve: a key agreement with such a
   *     one would give the private key away
   */
  static ECPublicKey publicKey(byte[] uncompressed) throws GeneralSecurityException {
    if (uncompressed.length != 1 + 2 * COORDINATE || uncompressed[0] != UNCOMPRESSED) {
      throw new InvalidKeySpecException("not an uncompressed point");
    }
    var x = new BigInteger(1, Arrays.copyOfRange(uncompressed, 1, 1 + COORDINATE));
    var y = new BigInteger(1, Arrays.copyOfRange(uncompressed, 1 + COORDINATE, 1 + 2 * COORDINATE));
    var curve = curve();
    requireOnCurve(x, y, curve);
    return (ECPublicKey)
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
  }

  static ECPrivateKey privateKey(byte[] scalar) throws GeneralSecurityException {
    return (ECPrivateKey)
        KeyFactory.getInstance("EC")
            .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, scalar), curve()));
  }

  static byte[] bytes(ECPublicKey key) {
    var bytes = new byte[1 + 2 * COORDINATE];
    bytes[0] = UNCOMPRESSED;
    copy(key.getW().getAffineX(), bytes, 1);
    copy(key.getW().getAffineY(), bytes, 1 + COORDINATE);
    return bytes;
  }

  private static void copy(BigInteger coordinate, byte[] to, int at) {
    var bytes = coordinate.toByteArray();
    var length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, to, at + COORDINATE - length, length);
  }

  private static void requireOnCurve(BigInteger x, BigInteger y, ECParameterSpec spec)
      throws GeneralSecurityException {
    var prime = ((ECFieldFp) spec.getCurve().getField()).getP();
    var right =
        x.pow(3).add(spec.getCurve().getA().multiply(x)).add(spec.getCurve().getB()).mod(prime);
    if (x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0 || !y.pow(2).mod(prime).equals(right)) {
      throw new InvalidKeySpecException("not a point of the curve");
    }
  }

  private static ECParameterSpec curve() throws GeneralSecurityException {
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(CURVE));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }
}
