package org.corridor.auth.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When signing keys come and go. A key is published, signs, is published only, and is gone: whoever
 * verifies tokens knows a key before the first token that it signs, and as long as the last.
 *
 * @param period how long a key signs
 * @param lead how long a key is published before it signs
 * @param tail how long a key is published after it has signed: as long as tokens live, and some
 */
public record KeySchedule(Duration period, Duration lead, Duration tail) {

  public KeySchedule {
    if (lead.isNegative() || lead.isZero() || period.compareTo(lead) <= 0) {
      throw new IllegalArgumentException(
          "a signing key must sign for longer than it is published before: "
              + period
              + " is not longer than "
              + lead);
    }
  }

  /** A key, and from when on it signs; until its successor does. */
  public record Key(String id, Instant signsFrom) {}

  /**
   * What is to be done now.
   *
   * @param nextSignsFrom from when on the next key is to sign, if one must be made now
   * @param outlived the keys whose last token has ended
   */
  public record Plan(Optional<Instant> nextSignsFrom, Set<String> outlived) {

    public Plan {
      outlived = Set.copyOf(outlived);
    }

    public boolean changesNothing() {
      return nextSignsFrom.isEmpty() && outlived.isEmpty();
    }
  }

  /**
   * The key that signs now: of those whose time has come, the last. Where clocks differ so much
   * that no time has come, it is the first.
   *
   * @param keys at least one
   */
  public Key signing(List<Key> keys, Instant now) {
    var sorted = sorted(keys);
    var signing = sorted.get(0);
    for (var key : sorted) {
      if (!key.signsFrom().isAfter(now)) {
        signing = key;
      }
    }
    return signing;
  }

  /**
   * @param keys at least one
   */
  public Plan plan(List<Key> keys, Instant now) {
    var sorted = sorted(keys);
    var due = sorted.get(sorted.size() - 1).signsFrom().plus(period);
    var outlived = new HashSet<String>();
    for (var index = 0; index + 1 < sorted.size(); index++) {
      var lastSigned = sorted.get(index + 1).signsFrom();
      if (!lastSigned.plus(tail).isAfter(now)) {
        outlived.add(sorted.get(index).id());
      }
    }
    return new Plan(next(due, now), outlived);
  }

  /** Whoever comes late, since no server has run, publishes all the same before it signs. */
  private Optional<Instant> next(Instant due, Instant now) {
    if (due.minus(lead).isAfter(now)) {
      return Optional.empty();
    }
    var earliest = now.plus(lead);
    return Optional.of((due.isAfter(earliest) ? due : earliest).truncatedTo(ChronoUnit.SECONDS));
  }

  private static List<Key> sorted(List<Key> keys) {
    return keys.stream().sorted(Comparator.comparing(Key::signsFrom)).toList();
  }
}
