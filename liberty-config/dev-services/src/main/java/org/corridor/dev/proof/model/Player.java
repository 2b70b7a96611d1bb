package org.corridor.dev.proof.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.corridor.dev.proof.model.Platform.Inconclusive;

/** Plays stories on new accounts, and checks each round. */
final class Player {

  private final Platform platform;

  Player(Platform platform) {
    this.platform = platform;
  }

  /** Where the rounds of a story come from. */
  interface Plot {

    /**
     * @param now what the references may be
     * @return the next round; empty at the end
     */
    List<Command> next(Set<Reference> now);
  }

  /** A story as it was played, and its answers; as far as the failure, if there is one. */
  record Played(Story story, List<List<Reply>> replies, Optional<Failure> failure) {}

  Played play(List<Long> cents, Plot plot) throws Inconclusive {
    var stage = platform.open(cents);
    var rounds = new ArrayList<List<Command>>();
    var replies = new ArrayList<List<Reply>>();
    var now = Set.of(Reference.opened(cents));
    for (var round = plot.next(now); !round.isEmpty(); round = plot.next(now)) {
      rounds.add(round);
      replies.add(stage.perform(round));
      var seen = stage.look();
      var next = Explanation.of(now, round, replies.get(replies.size() - 1), seen);
      if (next.isEmpty()) {
        var story = new Story(cents, rounds);
        return new Played(story, replies, Optional.of(new Failure(story, replies, now, seen)));
      }
      now = next;
    }
    return new Played(new Story(cents, rounds), replies, Optional.empty());
  }

  /** Plays a story again. */
  Optional<Failure> play(Story story) throws Inconclusive {
    var rounds = story.rounds().iterator();
    return play(story.cents(), now -> rounds.hasNext() ? rounds.next() : List.of()).failure();
  }
}
