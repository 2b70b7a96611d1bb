package org.corridor.dev.proof.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Accounts with some money, and what is asked of them: round after round, the commands of a round
 * all at once.
 *
 * @param cents what the accounts have at first
 */
record Story(List<Long> cents, List<List<Command>> rounds) {

  Story {
    cents = List.copyOf(cents);
    rounds = rounds.stream().map(List::copyOf).toList();
  }

  int commands() {
    return rounds.stream().mapToInt(List::size).sum();
  }

  Story withRounds(List<List<Command>> fewer) {
    return new Story(cents, fewer);
  }

  /** Without one command, and without its round if it was alone in it. */
  Story without(int round, int command) {
    var fewer = new ArrayList<>(rounds);
    var rest = new ArrayList<>(rounds.get(round));
    rest.remove(command);
    if (rest.isEmpty()) {
      fewer.remove(round);
    } else {
      fewer.set(round, rest);
    }
    return withRounds(fewer);
  }
}
