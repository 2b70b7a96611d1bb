package org.corridor.transaction.infrastructure.saga;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.transaction.application.payment.PaymentProcessor;
import org.corridor.transaction.application.payment.ProcessorAnswer;
import org.corridor.transaction.application.payment.ProcessorAnswer.Accepted;
import org.corridor.transaction.application.payment.ProcessorAnswer.NotKnown;
import org.corridor.transaction.application.payment.ProcessorAnswer.Rejected;
import org.corridor.transaction.application.payment.ProcessorAnswer.Settled;
import org.corridor.transaction.domain.payment.Payment;

/** A processor's port in memory: it remembers by id, and counts what it has done. */
final class ProcessorInMemory implements PaymentProcessor {

  /** What it makes of what it takes on. */
  enum Way {
    PAYS,
    PAYS_LATER,
    REFUSES,
    REFUSES_LATER
  }

  private final Map<UUID, Way> taken = new HashMap<>();
  private final List<UUID> paid = new ArrayList<>();
  private final List<ReturnedSubmission> returned = new ArrayList<>();
  private Way way = Way.PAYS;

  synchronized void takes(Way next) {
    way = next;
  }

  /** Whatever it has taken on and not decided is decided now. */
  synchronized void decide() {
    taken.replaceAll(
        (id, was) ->
            switch (was) {
              case PAYS_LATER -> Way.PAYS;
              case REFUSES_LATER -> Way.REFUSES;
              case PAYS, REFUSES -> was;
            });
  }

  synchronized void sendsBack(UUID submissionId) {
    returned.add(
        new ReturnedSubmission(returned.size() + 1L, submissionId, "AC01", "no such account"));
  }

  synchronized int timesPaid() {
    return paid.size();
  }

  synchronized long timesPaid(UUID submissionId) {
    return paid.stream().filter(submissionId::equals).count();
  }

  @Override
  public String name() {
    return "MAIN";
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public synchronized ProcessorAnswer submit(UUID submissionId, Payment payment) {
    if (taken.putIfAbsent(submissionId, way) == null
        && (way == Way.PAYS || way == Way.PAYS_LATER)) {
      paid.add(submissionId);
    }
    return ask(submissionId);
  }

  @Override
  public synchronized ProcessorAnswer ask(UUID submissionId) {
    var known = taken.get(submissionId);
    if (known == null) {
      return new NotKnown();
    }
    return switch (known) {
      case PAYS -> new Settled("REF");
      case PAYS_LATER, REFUSES_LATER -> new Accepted("REF");
      case REFUSES -> new Rejected("AC04");
    };
  }

  @Override
  public synchronized List<ReturnedSubmission> returns(long after, int limit) {
    return returned.stream().filter(one -> one.number() > after).limit(limit).toList();
  }
}
