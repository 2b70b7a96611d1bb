package org.corridor.notification.infrastructure.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.corridor.notification.application.Gateway.Outgoing;
import org.corridor.notification.application.Gateway.Result;
import org.corridor.notification.application.PushSubscriptions;
import org.corridor.notification.application.UnitOfWork;
import org.corridor.notification.application.Wording.Words;
import org.corridor.notification.domain.PushSubscription;
import org.corridor.notification.domain.Recipient;
import org.corridor.platform.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a real HTTP server as the push service, and a device that decrypts. */
class WebPushGatewayTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private PushService service;
  private Device device;
  private PushSettings settings;
  private WebPushGateway gateway;
  private PushSubscription subscription;

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    service = PushService.start();
    device = new Device();
    var keys = P256.generate();
    var scalar = ((ECPrivateKey) keys.getPrivate()).getS().toByteArray();
    settings =
        new PushSettings(
            BASE64.encodeToString(
                Arrays.copyOfRange(scalar, Math.max(0, scalar.length - 32), scalar.length)),
            BASE64.encodeToString(P256.bytes((ECPublicKey) keys.getPublic())),
            "mailto:operations@bank.example",
            List.of("push.example", "*.push.example"));
    subscription =
        new PushSubscription(
            UUID.randomUUID(),
            Recipient.client(UUID.randomUUID()),
            service.endpoint().toString(),
            device.key(),
            device.secret(),
            NOON);
    gateway =
        new WebPushGateway(
            Optional.of(settings),
            new Direct(),
            new OneSubscription(subscription),
            Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void onlyTheDeviceCanReadTheMessage() throws GeneralSecurityException {
    var message = message();

    var result = gateway.send(message);

    assertThat(result).isEqualTo(new Result.Taken());
    var request = service.received().get(0);
    assertThat(request.headers().getFirst("Content-Encoding")).isEqualTo("aes128gcm");
    assertThat(request.headers().getFirst("TTL")).isEqualTo("86400");
    assertThat(request.headers().getFirst("Topic")).hasSize(32);
    assertThat(new String(request.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Money");
    var read =
        Json.read(
            new String(device.decrypt(request.body()), StandardCharsets.UTF_8), JsonNode.class);
    assertThat(read.path("title").asText()).isEqualTo("Money sent");
    assertThat(read.path("body").asText()).isEqualTo("Es wurde Geld überwiesen.");
    assertThat(read.path("id").asText()).isEqualTo(message.id().toString());
  }

  @Test
  void thePushServiceCanTellWhoSends() throws GeneralSecurityException {
    gateway.send(message());

    var authorization = service.received().get(0).headers().getFirst("Authorization");
    assertThat(authorization).startsWith("vapid t=").endsWith(", k=" + settings.publicKey());
    var token = authorization.substring("vapid t=".length(), authorization.indexOf(','));
    var parts = token.split("\\.", -1);
    var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(P256.publicKey(Base64.getUrlDecoder().decode(settings.publicKey())));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    var claims =
        Json.read(
            new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8),
            JsonNode.class);
    assertThat(claims.path("aud").asText())
        .isEqualTo("http://" + service.endpoint().getAuthority());
    assertThat(claims.path("exp").asLong())
        .isBetween(NOON.getEpochSecond(), NOON.plusSeconds(86_400).getEpochSecond());
    assertThat(claims.path("sub").asText()).isEqualTo("mailto:operations@bank.example");
  }

  @ParameterizedTest
  @CsvSource({
    "201, Taken",
    "404, Gone",
    "410, Gone",
    "413, Refused",
    "302, Refused",
    "429, TryAgain",
    "503, TryAgain"
  })
  void takesTheServiceAtItsWord(int status, String result) {
    service.answer(status);

    assertThat(gateway.send(message()).getClass().getSimpleName()).isEqualTo(result);
    assertThat(service.received()).hasSize(1);
  }

  @Test
  void aServiceThatIsNotThereIsTriedAgain() {
    service.close();

    assertThat(gateway.send(message())).isEqualTo(new Result.TryAgain("push-unreachable"));
    assertThat(gateway.isReachable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://push.example/1, true",
    "https://eu.push.example/1, true",
    "http://push.example/1, false",
    "https://evilpush.example/1, false",
    "https://push.example.evil/1, false",
    "https://push.example@evil/1, false",
    "https://127.0.0.1/1, false",
    "https:/1, false",
  })
  void callsOnlyPushServicesThatAreKnown(String endpoint, boolean may) {
    assertThat(gateway.mayCall(URI.create(endpoint))).isEqualTo(may);
  }

  @Test
  void aKeyIsAPointOfTheCurveAndASecretHasSixteenBytes() {
    var offCurve = Base64.getUrlDecoder().decode(device.key());
    offCurve[64] ^= 1;

    assertThat(gateway.isKey(device.key())).isTrue();
    assertThat(gateway.isKey(BASE64.encodeToString(offCurve))).isFalse();
    assertThat(gateway.isKey("AAAA")).isFalse();
    assertThat(gateway.isKey("not base64!")).isFalse();
    assertThat(gateway.isSecret(device.secret())).isTrue();
    assertThat(gateway.isSecret("AAAA")).isFalse();
  }

  private Outgoing message() {
    return new Outgoing(
        UUID.randomUUID(),
        subscription.id().toString(),
        new Words("Money sent", "Es wurde Geld überwiesen.", "text", "html"));
  }

  /** No database is needed here. */
  private static final class Direct implements UnitOfWork {
    @Override
    public <T> T within(Supplier<T> work) {
      return work.get();
    }

    @Override
    public void run(Runnable work) {
      work.run();
    }
  }

  /** All that there is. */
  private record OneSubscription(PushSubscription one) implements PushSubscriptions {
    @Override
    public List<PushSubscription> of(Recipient recipient) {
      return new ArrayList<>(List.of(one));
    }

    @Override
    public Optional<PushSubscription> find(UUID id) {
      return Optional.of(one).filter(known -> known.id().equals(id));
    }

    @Override
    public PushSubscription add(PushSubscription subscription) {
      throw new UnsupportedOperationException("there is one");
    }

    @Override
    public boolean remove(Recipient recipient, UUID id) {
      throw new UnsupportedOperationException("there is one");
    }

    @Override
    public void remove(UUID id) {
      throw new UnsupportedOperationException("there is one");
    }
  }
}
