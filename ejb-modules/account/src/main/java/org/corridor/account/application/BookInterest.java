package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.account.domain.interest.InterestPayment;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/**
 * Posts interest payments, as anybody posts: through the ledger's queue, each under its own id, so
 * a repeated one is booked once. It waits for the ledger: outside of any transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class BookInterest {

  private static final Logger LOG = Logger.getLogger(BookInterest.class.getName());

  private static final int PAGE = 500;

  private final InterestBook book;
  private final InterestAccounts counterparts;
  private final Ledger ledger;
  private final Clock clock;

  public BookInterest(
      InterestBook book, InterestAccounts counterparts, Ledger ledger, Clock clock) {
    this.book = book;
    this.counterparts = counterparts;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Inject
  public BookInterest(InterestBook book, InterestAccounts counterparts, Ledger ledger) {
    this(book, counterparts, ledger, Clock.systemUTC());
  }

  /** For the container's proxy. */
  protected BookInterest() {
    this(null, null, null, null);
  }

  public List<UUID> unbooked(LocalDate day, UUID after, int limit) {
    return book.unbooked(day, after, limit);
  }

  /** Books what was settled between two ends of days; not what was refused before. */
  public void bookFresh() {
    var fresh = book.fresh(PAGE);
    if (!fresh.isEmpty()) {
      book(fresh, Trail.of("interest-" + Ids.next()));
    }
  }

  /**
   * @throws LedgerBusy if the ledger took none or not all; what it took stands
   */
  public void book(List<UUID> paymentIds, Trail trail) {
    var answers = new LinkedHashMap<InterestPayment, CompletableFuture<Outcome>>();
    var known = new HashMap<String, UUID>();
    for (var payment : book.payments(paymentIds)) {
      var number = InterestAccounts.number(payment.side(), payment.amount().currency());
      var counterpart = known.computeIfAbsent(number.value(), value -> counterparts.find(number));
      answers.put(payment, ledger.submit(payment.posting(counterpart, trail.correlationId())));
    }
    keep(answers, trail);
  }

  /** What is known is kept before a failure is told, so that as little as possible is repeated. */
  private void keep(Map<InterestPayment, CompletableFuture<Outcome>> answers, Trail trail) {
    var booked = new ArrayList<InterestPayment>();
    var refused = new HashMap<UUID, String>();
    RuntimeException failure = null;
    for (var answer : answers.entrySet()) {
      try {
        var outcome = answer.getValue().join();
        if (outcome instanceof Outcome.Refused refusal) {
          refused.put(answer.getKey().id(), refusal.refusal().code());
        } else {
          booked.add(answer.getKey());
        }
      } catch (CompletionException e) {
        failure = e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
    book.booked(booked, clock.instant().truncatedTo(ChronoUnit.MICROS), trail);
    book.refused(refused);
    if (!refused.isEmpty()) {
      LOG.log(Level.WARNING, "interest that cannot be booked yet: {0}", refused);
    }
    if (failure != null) {
      throw failure;
    }
  }
}
