package org.corridor.testing.liberty;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Issues access tokens that the server under test trusts: its {@code corridor.token.jwks-uri} leads
 * to a key of this JVM's.
 */
public final class TokensForTests {

  static final String ISSUER = "https://corridor.test";

  private static final String KEY_ID = "tests";
  private static final int KEY_BITS = 2048;
  private static final long LIFETIME_SECONDS = 900;
  private static final KeyPair KEY = newKey();
  private static final HttpServer JWKS = publish();

  private TokensForTests() {}

  static String jwksUri() {
    return "http://localhost:" + JWKS.getAddress().getPort() + "/jwks";
  }

  /**
   * A token for a machine or for staff of no branch.
   *
   * @param context that takes it, such as {@code account}
   */
  public static String token(String context, String subject, String... permissions) {
    return token(context, subject, "", permissions);
  }

  /**
   * @param moreClaims JSON members, each followed by a comma, such as {@code "branch":"BER",}
   */
  public static String token(
      String context, String subject, String moreClaims, List<String> permissions) {
    return token(context, subject, moreClaims, permissions.toArray(new String[0]));
  }

  private static String token(
      String context, String subject, String moreClaims, String[] permissions) {
    var now = Instant.now().getEpochSecond();
    var listed =
        List.of(permissions).stream()
            .map(code -> '"' + code + '"')
            .collect(Collectors.joining(",", "[", "]"));
    var header = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"" + KEY_ID + "\"}";
    var claims =
        "{"
            + moreClaims
            + "\"iss\":\"%s\",\"aud\":\"corridor-%s\",\"sub\":\"%s\",\"client_id\":\"tests\""
                .formatted(ISSUER, context, subject)
            + ",\"iat\":%d,\"exp\":%d,\"permissions\":%s}"
                .formatted(now, now + LIFETIME_SECONDS, listed);
    var content = encode(bytes(header)) + '.' + encode(bytes(claims));
    return content + '.' + encode(sign(bytes(content)));
  }

  private static HttpServer publish() {
    var key = (RSAPublicKey) KEY.getPublic();
    var document =
        bytes(
            "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(KEY_ID, unsigned(key.getModulus()), unsigned(key.getPublicExponent())));
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/jwks",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot publish the tests' key", e);
    }
  }

  private static KeyPair newKey() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }

  private static byte[] sign(byte[] content) {
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(KEY.getPrivate());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  /** Big-endian, without the sign's byte (RFC 7518, section 6.3.1). */
  private static String unsigned(BigInteger value) {
    var bytes = value.toByteArray();
    var from = bytes[0] == 0 ? 1 : 0;
    return encode(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static String encode(byte[] content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
