package org.corridor.platform.secrets.vault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.platform.secrets.SecretsUnavailable;

/**
 * Requests to Vault by who has signed in. The token is renewed when two thirds of its life have
 * passed; when it cannot be renewed for longer, or Vault no longer takes it, we sign in anew. While
 * one thread does that, the others go on with the token that is still good.
 *
 * <p>Vault that was away a moment ago is not asked again at once: who waits for an answer holds
 * locks.
 */
public final class VaultSession {

  private static final Logger LOG = Logger.getLogger(VaultSession.class.getName());
  private static final Duration LEAVE_ALONE = Duration.ofSeconds(2);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(10);
  private static final int FORBIDDEN = 403;

  /** One for all modules of an application, which have a configuration each. */
  private static final Map<VaultSettings, VaultSession> SESSIONS = new ConcurrentHashMap<>();

  private final VaultSettings settings;
  private final VaultHttp http;
  private final Clock clock;
  private final ReentrantLock signing = new ReentrantLock();
  private volatile Token token;
  private volatile Away away;
  private volatile Instant answeredAt = Instant.MIN;

  private record Token(
      String value, Duration life, boolean renewable, Instant renewAt, Instant endsAt) {

    /** Without the token. */
    @Override
    public String toString() {
      return "Token[" + endsAt + "]";
    }
  }

  private record Away(Instant until, String why) {}

  VaultSession(VaultSettings settings, Clock clock) {
    this.settings = settings;
    this.http = new VaultHttp(settings);
    this.clock = clock;
  }

  /** Nothing is asked yet. */
  public static VaultSession of(VaultSettings settings) {
    return SESSIONS.computeIfAbsent(settings, its -> new VaultSession(its, Clock.systemUTC()));
  }

  /** The data at the path; empty if there is nothing. */
  Optional<JsonNode> read(String path) {
    try {
      return Optional.of(asSignedIn(token -> http.get(path, token)));
    } catch (VaultRefused refused) {
      if (refused.status() == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  JsonNode write(String path, Map<String, String> body) {
    return asSignedIn(token -> http.post(path, token, body));
  }

  /**
   * Whether Vault answers and lets us in; asks if that is not known. Renews the token if it is due.
   */
  boolean isWell() {
    if (away == null && clock.instant().isBefore(after(answeredAt, PROBE_EVERY))) {
      return true;
    }
    try {
      asSignedIn(token -> http.get("auth/token/lookup-self", token));
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private JsonNode asSignedIn(Function<String, JsonNode> request) {
    leaveAloneIfAway();
    try {
      var used = token();
      JsonNode answer;
      try {
        answer = request.apply(used.value());
      } catch (VaultRefused refused) {
        if (refused.status() != FORBIDDEN) {
          throw refused;
        }
        // Revoked, or not allowed: a new token tells.
        answer = request.apply(anew(used).value());
      }
      back();
      answeredAt = clock.instant();
      return answer;
    } catch (SecretsUnavailable e) {
      wentAway(e);
      throw e;
    } catch (VaultRefused e) {
      back();
      throw e;
    }
  }

  private void leaveAloneIfAway() {
    var now = away;
    if (now != null && clock.instant().isBefore(now.until())) {
      throw new SecretsUnavailable(now.why());
    }
  }

  private void wentAway(SecretsUnavailable e) {
    if (away == null) {
      LOG.log(Level.WARNING, "Vault is away: {0}", e.getMessage());
    }
    if (away == null || !clock.instant().isBefore(away.until())) {
      away = new Away(clock.instant().plus(LEAVE_ALONE), e.getMessage());
    }
  }

  private void back() {
    if (away != null) {
      LOG.log(Level.INFO, "Vault at {0} is back", settings.address());
      away = null;
    }
  }

  private Token token() {
    var known = token;
    var now = clock.instant();
    if (known == null || !now.isBefore(known.endsAt())) {
      return anew(known);
    }
    return now.isBefore(known.renewAt()) ? known : renewed(known);
  }

  /** Signs in, unless another thread has done it since. */
  private Token anew(Token old) {
    signing.lock();
    try {
      if (token == null || token.equals(old)) {
        // Who has waited for another that did not get in does not wait once more.
        leaveAloneIfAway();
        token = signIn();
      }
      return token;
    } catch (SecretsUnavailable e) {
      wentAway(e);
      throw e;
    } finally {
      signing.unlock();
    }
  }

  /** The old token is still good: who cannot get another goes on with it, for a while. */
  private Token renewed(Token old) {
    if (!signing.tryLock()) {
      return old;
    }
    try {
      if (old.equals(token)) {
        token = renewOrSignIn(old);
      }
      return token;
    } catch (IllegalStateException e) {
      LOG.log(Level.WARNING, "the token for Vault is not renewed: {0}", e.getMessage());
      var again = clock.instant().plus(LEAVE_ALONE);
      token = new Token(old.value(), old.life(), old.renewable(), again, old.endsAt());
      return token;
    } finally {
      signing.unlock();
    }
  }

  private Token renewOrSignIn(Token old) {
    if (old.renewable()) {
      try {
        var renewed = taken(http.post("auth/token/renew-self", old.value(), Map.of()));
        // Near its longest life Vault gives less and less.
        if (renewed.life().compareTo(old.life().dividedBy(2)) >= 0) {
          return renewed;
        }
      } catch (VaultRefused refused) {
        LOG.log(Level.INFO, "signing in to Vault anew: {0}", refused.getMessage());
      }
    }
    return signIn();
  }

  private Token signIn() {
    var signIn = settings.signIn();
    return taken(http.post(signIn.path(), "", signIn.body()));
  }

  private Token taken(JsonNode answer) {
    var auth = answer.path("auth");
    var value = auth.path("client_token");
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new SecretsUnavailable("Vault at " + settings.address() + " gave no token");
    }
    var seconds = auth.path("lease_duration").asLong(0);
    var now = clock.instant();
    if (seconds <= 0) {
      return new Token(value.textValue(), Duration.ZERO, false, Instant.MAX, Instant.MAX);
    }
    var life = Duration.ofSeconds(seconds);
    return new Token(
        value.textValue(),
        life,
        auth.path("renewable").asBoolean(false),
        now.plus(life.multipliedBy(2).dividedBy(3)),
        now.plus(life).minus(life.dividedBy(20)));
  }

  private static Instant after(Instant instant, Duration duration) {
    return instant.equals(Instant.MIN) ? Instant.MIN : instant.plus(duration);
  }
}
