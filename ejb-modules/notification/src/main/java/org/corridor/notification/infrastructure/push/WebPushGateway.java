package org.corridor.notification.infrastructure.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.notification.application.Gateway;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.application.PushSubscriptions;
import org.corridor.notification.application.UnitOfWork;
import org.corridor.notification.application.WebPush;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.PushSubscription;
import org.corridor.platform.json.Json;
import org.eclipse.microprofile.config.Config;

/** Push messages by RFC 8030. The address of a message is the id of its subscription. */
@ApplicationScoped
public class WebPushGateway implements Gateway, WebPush {

  private static final Logger LOG = Logger.getLogger(WebPushGateway.class.getName());
  private static final int AT_ONCE = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration KEPT_FOR = Duration.ofDays(1);
  private static final int KEY_LENGTH = 65;
  private static final int SECRET_LENGTH = 16;

  private final Optional<PushSettings> settings;
  private final UnitOfWork units;
  private final PushSubscriptions subscriptions;
  private final Clock clock;
  private final HttpClient http;
  private volatile boolean reachable = true;

  @Inject
  public WebPushGateway(
      Config config,
      UnitOfWork units,
      PushSubscriptions subscriptions,
      @NotificationClock Clock clock) {
    this(PushSettings.from(config), units, subscriptions, clock);
  }

  WebPushGateway(
      Optional<PushSettings> settings,
      UnitOfWork units,
      PushSubscriptions subscriptions,
      Clock clock) {
    this.settings = settings;
    this.units = units;
    this.subscriptions = subscriptions;
    this.clock = clock;
    // a push service answers itself; whoever sends us elsewhere is followed nowhere
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** For the container's proxy. */
  protected WebPushGateway() {
    this.settings = Optional.empty();
    this.units = null;
    this.subscriptions = null;
    this.clock = null;
    this.http = null;
  }

  @Override
  public Channel channel() {
    return Channel.PUSH;
  }

  @Override
  public boolean isOffered() {
    return settings.isPresent();
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public boolean isReachable() {
    return reachable;
  }

  @Override
  public Optional<String> publicKey() {
    return settings.map(PushSettings::publicKey);
  }

  @Override
  public boolean mayCall(URI endpoint) {
    return endpoint.getHost() != null
        && endpoint.getUserInfo() == null
        && "https".equals(endpoint.getScheme())
        && settings.map(known -> known.mayCall(endpoint.getHost())).orElse(false);
  }

  @Override
  public boolean isKey(String key) {
    try {
      return decoded(key).length == KEY_LENGTH && P256.publicKey(decoded(key)) != null;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public boolean isSecret(String secret) {
    try {
      return decoded(secret).length == SECRET_LENGTH;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public Result send(Outgoing message) {
    var id = UUID.fromString(message.address());
    var found = units.within(() -> subscriptions.find(id));
    return found
        .map(subscription -> send(message, subscription))
        .orElseGet(() -> new Result.Gone("unsubscribed"));
  }

  private Result send(Outgoing message, PushSubscription to) {
    try {
      var answer = http.send(request(message, to), BodyHandlers.discarding());
      reachable = true;
      return result(answer.statusCode());
    } catch (GeneralSecurityException e) {
      LOG.log(Level.WARNING, "a push message cannot be encrypted for " + to.id(), e);
      return new Result.Refused("subscription-malformed");
    } catch (IOException e) {
      reachable = false;
      LOG.log(Level.WARNING, "a push service cannot be reached; trying again", e);
      return new Result.TryAgain("push-unreachable");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result.TryAgain("interrupted");
    }
  }

  private HttpRequest request(Outgoing message, PushSubscription to)
      throws GeneralSecurityException {
    var text =
        Json.write(
            Map.of(
                "id", message.id().toString(),
                "title", message.words().subject(),
                "body", message.words().brief()));
    var encrypted =
        PushEncryption.encrypt(
            text.getBytes(StandardCharsets.UTF_8), decoded(to.key()), decoded(to.secret()));
    var endpoint = URI.create(to.endpoint());
    var authorization = Vapid.authorization(settings.orElseThrow(), endpoint, clock.instant());
    return HttpRequest.newBuilder(endpoint)
        .timeout(PATIENCE)
        .header("TTL", Long.toString(KEPT_FOR.toSeconds()))
        .header("Urgency", "normal")
        // the same message again replaces the first, as long as the device has not taken it
        .header("Topic", topic(message.id()))
        .header("Content-Encoding", "aes128gcm")
        .header("Content-Type", "application/octet-stream")
        .header("Authorization", authorization)
        .POST(BodyPublishers.ofByteArray(encrypted))
        .build();
  }

  /** RFC 8030, section 5.4: up to 32 characters of base64url. */
  private static String topic(UUID id) {
    return id.toString().replace("-", "");
  }

  /** RFC 8030, section 5 and 7.3. */
  private static Result result(int status) {
    var reason = "push-" + status;
    if (status >= 200 && status < 300) {
      return new Result.Taken();
    }
    if (status == 404 || status == 410) {
      return new Result.Gone(reason);
    }
    return status == 429 || status >= 500
        ? new Result.TryAgain(reason)
        : new Result.Refused(reason);
  }

  private static byte[] decoded(String base64Url) {
    return Base64.getUrlDecoder().decode(base64Url);
  }
}
