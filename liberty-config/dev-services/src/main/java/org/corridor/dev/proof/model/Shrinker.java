package org.corridor.dev.proof.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.corridor.dev.proof.model.Platform.Inconclusive;

/**
 * Makes a failing story short: plays it again without this round or that command, on new accounts,
 * and keeps what still fails. What fails only when the commands meet in a certain way is played
 * several times before it counts as passing.
 */
final class Shrinker {

  private static final int TRIES = 8;

  private final Player player;
  private final Instant deadline;

  Shrinker(Player player, Duration atMost) {
    this.player = player;
    this.deadline = Instant.now().plus(atMost);
  }

  Failure shrink(Failure failure) {
    var shortest = failure;
    for (var next = shorter(shortest); next.isPresent(); next = shorter(shortest)) {
      shortest = next.get();
    }
    return shortest;
  }

  /** The first story that is shorter by something and fails, too. */
  private Optional<Failure> shorter(Failure failure) {
    for (var candidate : candidates(failure.story())) {
      var fails = fails(candidate);
      if (fails.isPresent()) {
        return fails;
      }
    }
    return Optional.empty();
  }

  private static List<Story> candidates(Story story) {
    var candidates = new ArrayList<Story>();
    for (var round = 0; round < story.rounds().size(); round++) {
      var fewer = new ArrayList<>(story.rounds());
      fewer.remove(round);
      candidates.add(story.withRounds(fewer));
    }
    for (var round = 0; round < story.rounds().size(); round++) {
      for (var command = 0; command < story.rounds().get(round).size(); command++) {
        candidates.add(story.without(round, command));
      }
    }
    return candidates;
  }

  private Optional<Failure> fails(Story story) {
    var failure = Optional.<Failure>empty();
    for (var i = 0; i < TRIES && failure.isEmpty() && Instant.now().isBefore(deadline); i++) {
      failure = playOnce(story);
    }
    return failure;
  }

  private Optional<Failure> playOnce(Story story) {
    try {
      return player.play(story);
    } catch (Inconclusive e) {
      // says nothing about this story; another try may
      return Optional.empty();
    }
  }
}
