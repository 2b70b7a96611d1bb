package org.corridor.notification.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.Notice;
import org.corridor.notification.domain.SummaryKey;

/**
 * Makes one notice of many of the same kind for the same account: whoever pays a thousand salaries
 * is told so once. After a summary, what else comes waits for the next one.
 */
@ApplicationScoped
public class SumUpNotices {

  private static final Logger LOG = Logger.getLogger(SumUpNotices.class.getName());

  private final UnitOfWork units;
  private final Notices notices;
  private final Summaries summaries;
  private final SummaryTerms terms;
  private final Clock clock;

  @Inject
  public SumUpNotices(
      UnitOfWork units,
      Notices notices,
      Summaries summaries,
      SummaryTerms terms,
      @NotificationClock Clock clock) {
    this.units = units;
    this.notices = notices;
    this.summaries = summaries;
    this.terms = terms;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected SumUpNotices() {
    this(null, null, null, null, null);
  }

  /**
   * Of notices that were claimed, those that are told now: those that are told one by one, and
   * summaries.
   */
  List<Notice> sumUp(List<Notice> claimed) {
    var now = clock.instant();
    var byKey = claimed.stream().collect(groupingBy(SummaryKey::of, LinkedHashMap::new, toList()));
    var told =
        new ArrayList<>(Optional.ofNullable(byKey.remove(Optional.empty())).orElse(List.of()));
    var keys = byKey.keySet().stream().flatMap(Optional::stream).toList();
    var paused = keys.isEmpty() ? Map.<SummaryKey, Instant>of() : paused(keys, now);
    for (var key : keys) {
      var crowd = byKey.get(Optional.of(key));
      var until = paused.get(key);
      if (until != null) {
        units.run(() -> summaries.postpone(key, until));
      } else if (crowd.size() >= terms.from()) {
        told.addAll(summaryOrAll(crowd, key, now));
      } else {
        told.addAll(crowd);
      }
    }
    return told;
  }

  private List<Notice> summaryOrAll(List<Notice> crowd, SummaryKey key, Instant now) {
    try {
      return units.within(() -> summary(crowd, key, now)).stream().toList();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "many notices cannot be summed up; they are told one by one", e);
      return crowd;
    }
  }

  private Map<SummaryKey, Instant> paused(List<SummaryKey> keys, Instant now) {
    return units.within(() -> summaries.paused(keys, now));
  }

  /** Empty if another replica is at it. */
  private Optional<Notice> summary(List<Notice> crowd, SummaryKey key, Instant now) {
    var last = crowd.get(crowd.size() - 1);
    var next = now.plus(terms.pause());
    if (!notices.hold(last)) {
      return Optional.empty();
    }
    if (!summaries.begin(key, now, next)) {
      summaries.postpone(key, next);
      return Optional.empty();
    }
    var taken = summaries.takeInto(last, key);
    if (taken.count() == 0) {
      return Optional.of(last);
    }
    var facts =
        Facts.ofSummary(
            key.accountId(), taken.total().plus(last.facts().amount()), taken.count() + 1);
    var summary = last.summing(facts, taken.last());
    summaries.keep(summary);
    return Optional.of(summary);
  }
}
