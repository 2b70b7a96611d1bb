package org.corridor.web.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The keys that the issuer of tokens publishes (RFC 7517, section 5), kept, and fetched by a thread
 * of their own. Hardly any request waits for them: where the issuer is on the same server, requests
 * that wait would take the very threads that are to answer the question.
 *
 * <p>Old keys are fetched anew beside the work. While the issuer is away, known keys go on for an
 * hour.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

  private static final Logger LOG = Logger.getLogger(IssuerKeys.class.getName());
  private static final Duration OLD = Duration.ofMinutes(5);
  private static final Duration TOO_OLD = Duration.ofHours(1);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
  private static final int WHO_WAIT = 2;
  private static final long WAIT_SECONDS = 5;

  private final KeysAddress address;
  private final ResourceRetriever retriever;
  private final Clock clock;
  private final Duration betweenAttempts;
  private final Semaphore waiting = new Semaphore(WHO_WAIT);
  private final ExecutorService fetching =
      Executors.newSingleThreadExecutor(
          work -> {
            var thread = new Thread(work, "corridor-issuer-keys");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Fetched fetched;
  private CompletableFuture<Fetched> underWay;
  private Instant attemptedAt = Instant.MIN;

  private record Fetched(JWKSet keys, Instant at) {}

  IssuerKeys(URL url, ResourceRetriever retriever, Clock clock) {
    this(() -> url, retriever, clock, BETWEEN_ATTEMPTS);
  }

  /**
   * @param betweenAttempts how long the issuer is left alone after it was asked
   */
  IssuerKeys(
      KeysAddress address, ResourceRetriever retriever, Clock clock, Duration betweenAttempts) {
    this.address = address;
    this.retriever = retriever;
    this.clock = clock;
    this.betweenAttempts = betweenAttempts;
  }

  /**
   * @throws KeySourceException if no keys are known, or a key is asked for that may have been
   *     published since, and it would take too long to look
   */
  @Override
  public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
    var known = usable();
    if (known != null) {
      var found = selector.select(known.keys());
      if (!found.isEmpty() || isFresh(known)) {
        return found;
      }
    }
    return selector.select(awaitNext().keys());
  }

  /** Whether tokens can be verified now; looks for the keys if need be. */
  boolean areThere() {
    if (usable() == null) {
      try {
        awaitNext();
      } catch (KeySourceException notNow) {
        return false;
      }
    }
    return true;
  }

  /** Null if there are none, or none that may still be used. */
  private Fetched usable() {
    var known = fetched;
    if (known == null || isOlder(known, TOO_OLD)) {
      return null;
    }
    if (isOlder(known, OLD)) {
      begin();
    }
    return known;
  }

  private boolean isFresh(Fetched known) {
    return !isOlder(known, betweenAttempts);
  }

  private boolean isOlder(Fetched known, Duration age) {
    return known.at().plus(age).isBefore(clock.instant());
  }

  private Fetched awaitNext() throws KeySourceException {
    var next = next();
    if (!waiting.tryAcquire()) {
      throw new KeySourceException("the issuer's keys are being fetched");
    }
    try {
      return next.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new KeySourceException("the issuer's keys cannot be fetched", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeySourceException("interrupted while the issuer's keys were fetched", e);
    } finally {
      waiting.release();
    }
  }

  private synchronized CompletableFuture<Fetched> next() {
    begin();
    return underWay;
  }

  /** Begins to fetch, unless that is under way or was done a moment ago. */
  private synchronized void begin() {
    var now = clock.instant();
    if (underWay == null
        || (underWay.isDone() && attemptedAt.plus(betweenAttempts).isBefore(now))) {
      attemptedAt = now;
      underWay = CompletableFuture.supplyAsync(this::read, fetching);
    }
  }

  private Fetched read() {
    try {
      var keys = JWKSet.parse(retriever.retrieveResource(address.find()).getContent());
      fetched = new Fetched(keys, clock.instant());
      return fetched;
    } catch (IOException | ParseException e) {
      LOG.log(Level.WARNING, "the issuer's keys cannot be fetched", e);
      throw new IllegalStateException("the issuer's keys cannot be fetched", e);
    }
  }
}
