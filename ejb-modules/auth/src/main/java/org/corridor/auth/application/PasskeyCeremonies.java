package org.corridor.auth.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.corridor.auth.domain.Passkey;
import org.corridor.auth.domain.User;
import org.corridor.platform.json.Json;

/**
 * Speaks to people's devices (WebAuthn 3, sections 5 and 7), by WebAuthn4J: what they are asked,
 * and whether what they answer is right. Devices must have looked who it is (user verification), so
 * a passkey is two factors. Whose make a device is, is not asked: attestation {@code none}.
 */
@ApplicationScoped
public class PasskeyCeremonies {

  /** No answer of a device is longer. */
  private static final int MOST_OF_AN_ANSWER = 16_384;

  private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.ES256,
          COSEAlgorithmIdentifier.EdDSA,
          COSEAlgorithmIdentifier.RS256);

  private static final String TYPE = "public-key";
  private static final String REQUIRED = "required";

  private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager();
  private final AttestedCredentialDataConverter converter =
      new AttestedCredentialDataConverter(new ObjectConverter());
  private final PasskeySettings settings;

  @Inject
  public PasskeyCeremonies(PasskeySettings settings) {
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected PasskeyCeremonies() {
    this(null);
  }

  /** A passkey that a device has made. */
  record Made(Passkey.Credential credential, long signCount) {}

  /** What a device has answered, unchecked: whoever has sent it can claim anything. */
  record Claim(String credentialId, UUID userHandle, AuthenticationData data) {}

  /** Of a check. */
  sealed interface Verdict {

    record Right(long signCount) implements Verdict {}

    record Wrong() implements Verdict {}

    /** All is right but the counter, which has not gone on. */
    record Copied() implements Verdict {}
  }

  /** {@code PublicKeyCredentialCreationOptionsJSON}. */
  String creation(User user, List<Passkey> known, String challenge) {
    return Json.write(
        Map.of(
            "challenge", challenge,
            "rp", Map.of("id", settings.relyingParty(), "name", "Corridor"),
            "user",
                Map.of(
                    "id", encoded(handle(user.id())),
                    "name", user.username(),
                    "displayName", user.profile().displayName()),
            "pubKeyCredParams",
                ALGORITHMS.stream()
                    .map(algorithm -> Map.of("type", TYPE, "alg", algorithm.getValue()))
                    .toList(),
            "excludeCredentials", described(known),
            "authenticatorSelection",
                Map.of(
                    "residentKey", REQUIRED,
                    "requireResidentKey", true,
                    "userVerification", REQUIRED),
            "attestation", "none",
            "timeout", PasskeyChallenges.LIFETIME.toMillis()));
  }

  /** {@code PublicKeyCredentialRequestOptionsJSON}; the device knows whose passkeys it has. */
  String request(String challenge) {
    return Json.write(
        Map.of(
            "challenge",
            challenge,
            "rpId",
            settings.relyingParty(),
            "userVerification",
            REQUIRED,
            "timeout",
            PasskeyChallenges.LIFETIME.toMillis()));
  }

  /** Empty if the answer is not that of a device to this challenge. */
  Optional<Made> made(String answer, String challenge) {
    if (!says(answer, "clientDataJSON", "attestationObject")) {
      return Optional.empty();
    }
    try {
      var data =
          library.verifyRegistrationResponseJSON(
              answer,
              new RegistrationParameters(
                  server(challenge),
                  ALGORITHMS.stream()
                      .map(
                          algorithm ->
                              new PublicKeyCredentialParameters(
                                  PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                      .toList(),
                  true));
      var authenticator = data.getAttestationObject().getAuthenticatorData();
      var attested = authenticator.getAttestedCredentialData();
      return Optional.of(
          new Made(
              new Passkey.Credential(
                  encoded(attested.getCredentialId()),
                  encoded(converter.convert(attested)),
                  authenticator.isFlagBE()),
              authenticator.getSignCount()));
    } catch (WebAuthnException | IllegalArgumentException notOfADevice) {
      return Optional.empty();
    }
  }

  /** Empty if it is nothing that a device says. */
  Optional<Claim> read(String answer) {
    if (!says(answer, "clientDataJSON", "authenticatorData", "signature", "userHandle")) {
      return Optional.empty();
    }
    try {
      var data = library.parseAuthenticationResponseJSON(answer);
      var handle = data.getUserHandle();
      return handle == null || handle.length != 2 * Long.BYTES || data.getCredentialId() == null
          ? Optional.empty()
          : Optional.of(new Claim(encoded(data.getCredentialId()), owner(handle), data));
    } catch (WebAuthnException | IllegalArgumentException notOfADevice) {
      return Optional.empty();
    }
  }

  Verdict check(Claim claim, Passkey passkey, String challenge) {
    try {
      var data =
          library.verify(
              claim.data(),
              new AuthenticationParameters(server(challenge), recorded(passkey), null, true));
      return new Verdict.Right(data.getAuthenticatorData().getSignCount());
    } catch (MaliciousCounterValueException e) {
      return new Verdict.Copied();
    } catch (WebAuthnException | IllegalArgumentException e) {
      return new Verdict.Wrong();
    }
  }

  /** Devices always say these; the library takes that for granted. */
  private static boolean says(String answer, String... members) {
    if (answer.length() > MOST_OF_AN_ANSWER) {
      return false;
    }
    try {
      var said = Json.mapper().readTree(answer);
      return said.path("rawId").isTextual()
          && Stream.of(members).allMatch(member -> said.at("/response/" + member).isTextual());
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }

  private ServerProperty server(String challenge) {
    return ServerProperty.builder()
        .origin(new Origin(settings.origin()))
        .rpId(settings.relyingParty())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private CredentialRecordImpl recorded(Passkey passkey) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        passkey.credential().backupEligible(),
        null,
        passkey.signCount(),
        converter.convert(Base64.getUrlDecoder().decode(passkey.credential().data())),
        null,
        null,
        null,
        Set.of());
  }

  private static List<Map<String, String>> described(List<Passkey> passkeys) {
    return passkeys.stream()
        .map(passkey -> Map.of("type", TYPE, "id", passkey.credential().id()))
        .toList();
  }

  private static byte[] handle(UUID userId) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(userId.getMostSignificantBits())
        .putLong(userId.getLeastSignificantBits())
        .array();
  }

  private static UUID owner(byte[] handle) {
    var bytes = ByteBuffer.wrap(handle);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
