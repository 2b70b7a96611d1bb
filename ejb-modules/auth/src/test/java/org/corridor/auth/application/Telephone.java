package org.corridor.auth.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.corridor.platform.json.Json;

/** A device with one passkey, written from the specification (WebAuthn 3, section 6). */
final class Telephone {

  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;
  private static final int COORDINATE = 32;

  private final KeyPair keys = newKeys();
  private final byte[] id = random();
  String origin = "https://corridor.test";
  String relyingParty = "corridor.test";
  boolean knowsItsOwner = true;
  int count;
  String userHandle;

  /** RegistrationResponseJSON. */
  String register(String options) {
    var asked = Json.read(options, JsonNode.class);
    userHandle = asked.at("/user/id").asText();
    var cbor = new ByteArrayOutputStream();
    cbor.writeBytes(new byte[] {(byte) 0xa3, 0x63});
    cbor.writeBytes("fmt".getBytes(StandardCharsets.US_ASCII));
    cbor.write(0x64);
    cbor.writeBytes("none".getBytes(StandardCharsets.US_ASCII));
    cbor.write(0x67);
    cbor.writeBytes("attStmt".getBytes(StandardCharsets.US_ASCII));
    cbor.writeBytes(new byte[] {(byte) 0xa0, 0x68});
    cbor.writeBytes("authData".getBytes(StandardCharsets.US_ASCII));
    var data = authenticatorData(ATTESTED, attested());
    cbor.writeBytes(new byte[] {0x58, (byte) data.length});
    cbor.writeBytes(data);
    return answer(
        Map.of(
            "clientDataJSON", encoded(clientData("webauthn.create", asked)),
            "attestationObject", encoded(cbor.toByteArray())));
  }

  /** AuthenticationResponseJSON. */
  String signIn(String options) {
    try {
      count = count == 0 ? 0 : count + 1;
      var asked = Json.read(options, JsonNode.class);
      var client = clientData("webauthn.get", asked);
      var data = authenticatorData(0, new byte[0]);
      var signer = Signature.getInstance("SHA256withECDSA");
      signer.initSign(keys.getPrivate());
      signer.update(data);
      signer.update(sha256(client));
      return answer(
          Map.of(
              "clientDataJSON", encoded(client),
              "authenticatorData", encoded(data),
              "signature", encoded(signer.sign()),
              "userHandle", userHandle));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String answer(Map<String, String> response) {
    return Json.write(
        Map.of(
            "id", encoded(id),
            "rawId", encoded(id),
            "type", "public-key",
            "clientExtensionResults", Map.of(),
            "response", response));
  }

  private byte[] clientData(String type, JsonNode asked) {
    return Json.write(
            Map.of(
                "type",
                type,
                "challenge",
                asked.path("challenge").asText(),
                "origin",
                origin,
                "crossOrigin",
                false))
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] authenticatorData(int flags, byte[] more) {
    var all = flags | PRESENT | (knowsItsOwner ? VERIFIED : 0);
    return ByteBuffer.allocate(37 + more.length)
        .put(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)))
        .put((byte) all)
        .putInt(count)
        .put(more)
        .array();
  }

  /** AAGUID, credential id, and the key in COSE (RFC 9053, section 7.1.1). */
  private byte[] attested() {
    var key = ((ECPublicKey) keys.getPublic()).getW();
    var cose = new ByteArrayOutputStream();
    cose.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32});
    cose.writeBytes(coordinate(key.getAffineX().toByteArray()));
    cose.writeBytes(new byte[] {0x22, 0x58, 32});
    cose.writeBytes(coordinate(key.getAffineY().toByteArray()));
    return ByteBuffer.allocate(18 + id.length + cose.size())
        .put(new byte[16])
        .putShort((short) id.length)
        .put(id)
        .put(cose.toByteArray())
        .array();
  }

  private static byte[] coordinate(byte[] number) {
    var fixed = new byte[COORDINATE];
    var digits =
        number.length > COORDINATE
            ? Arrays.copyOfRange(number, number.length - COORDINATE, number.length)
            : number;
    System.arraycopy(digits, 0, fixed, COORDINATE - digits.length, digits.length);
    return fixed;
  }

  private static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] random() {
    var bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
