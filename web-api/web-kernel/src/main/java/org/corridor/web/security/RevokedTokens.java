package org.corridor.web.security;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.platform.json.Json;
import org.corridor.platform.schedule.Repeated;

/**
 * Which access tokens count for nothing before they end, as their issuer publishes it. A thread of
 * its own asks every few seconds for what has come since, so no request ever waits for the answer.
 *
 * <p>Nobody is let in before it was heard once. While the issuer is away after that, what is known
 * goes on to count, and tokens work to their end.
 */
final class RevokedTokens {

  private static final Logger LOG = Logger.getLogger(RevokedTokens.class.getName());

  /** What commits a little late is not missed. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  /** No access token lives for longer than an hour. */
  private static final Duration KEPT = Duration.ofMinutes(65);

  private static final Duration UNTIL_FIRST = Duration.ofMillis(500);

  private final Source source;
  private final Duration interval;
  private final Clock clock;
  private final Map<String, Cut> cuts = new ConcurrentHashMap<>();
  private volatile Instant asOf;
  private boolean failing;

  /** Where the list is. */
  interface Source {

    /**
     * The JSON document.
     *
     * @param since by the issuer's clock; null for all
     */
    String read(Instant since) throws IOException;
  }

  /** The document that the issuer publishes; a later version may tell more. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Published(Instant asOf, List<Revocation> revocations) {}

  /** Of a document. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Revocation(String fingerprint, Instant issuedUntil, Instant authenticatedBefore) {}

  /**
   * @param issuedUntil tokens that were issued until then count for nothing; may be null
   * @param authenticatedBefore so do those of people who had signed in before then; may be null
   */
  private record Cut(Instant issuedUntil, Instant authenticatedBefore, Instant heardAt) {

    static Cut of(Revocation revocation, Instant now) {
      return revocation.authenticatedBefore() == null
          ? new Cut(revocation.issuedUntil(), null, now)
          : new Cut(null, revocation.authenticatedBefore(), now);
    }

    Cut and(Cut later) {
      return new Cut(
          latest(issuedUntil, later.issuedUntil),
          latest(authenticatedBefore, later.authenticatedBefore),
          later.heardAt);
    }

    private static Instant latest(Instant a, Instant b) {
      return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    boolean covers(TokenMarks token) {
      if (issuedUntil != null && !token.issuedAt().isAfter(issuedUntil)) {
        return true;
      }
      // tokens tell whole seconds, so a sign-in counts as made at the end of its second
      return authenticatedBefore != null
          && token.authenticatedAt() != null
          && token.authenticatedAt().plusMillis(999).isBefore(authenticatedBefore);
    }
  }

  RevokedTokens(Source source, Duration interval, Clock clock) {
    this.source = source;
    this.interval = interval;
    this.clock = clock;
  }

  /** Of an issuer that publishes none. */
  static RevokedTokens none() {
    var none = new RevokedTokens(since -> "", Duration.ZERO, Clock.systemUTC());
    none.asOf = Instant.MAX;
    return none;
  }

  /** Begins to ask. */
  RevokedTokens begin() {
    var thread = new Thread(this::askAgainAndAgain, "corridor-revocations");
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  /** Whether the list was ever heard. */
  boolean isKnown() {
    return asOf != null;
  }

  /** As of when the list is known, by the issuer's clock; null if it never was. */
  Instant asOf() {
    return asOf;
  }

  boolean contains(TokenMarks token) {
    if (cuts.isEmpty()) {
      return false;
    }
    for (var fingerprint : token.fingerprints()) {
      var cut = cuts.get(fingerprint);
      if (cut != null && cut.covers(token)) {
        return true;
      }
    }
    return false;
  }

  private void askAgainAndAgain() {
    var asking = new Repeated(this::ask);
    try {
      while (true) {
        asking.run();
        Thread.sleep((isKnown() ? interval : UNTIL_FIRST).toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks once; what is known stays if there is no answer. */
  void ask() {
    try {
      var published =
          Json.read(source.read(asOf == null ? null : asOf.minus(OVERLAP)), Published.class);
      var now = clock.instant();
      for (var revocation : published.revocations()) {
        cuts.merge(revocation.fingerprint(), Cut.of(revocation, now), Cut::and);
      }
      cuts.values().removeIf(cut -> cut.heardAt().plus(KEPT).isBefore(now));
      asOf = published.asOf();
      if (failing) {
        failing = false;
        LOG.info("the list of revoked tokens is heard again");
      }
    } catch (IOException | RuntimeException e) {
      if (!failing) {
        failing = true;
        LOG.log(
            Level.WARNING, "the list of revoked tokens cannot be read; what is known counts", e);
      }
    }
  }
}
