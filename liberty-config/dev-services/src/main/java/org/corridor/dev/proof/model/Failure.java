package org.corridor.dev.proof.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.corridor.dev.proof.model.Reference.Account;

/**
 * A story whose last round nothing explains.
 *
 * @param replies of all rounds
 * @param before what the references may have been before that round
 * @param seen the accounts after it
 */
record Failure(
    Story story, List<List<Reply>> replies, Set<Reference> before, Map<Character, Account> seen) {

  /** For people, a line each. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    for (var i = 0; i < story.cents().size(); i++) {
      lines.add("  %c is opened with %s".formatted('A' + i, Command.euros(story.cents().get(i))));
    }
    for (var round = 0; round < story.rounds().size(); round++) {
      var commands = story.rounds().get(round);
      lines.add("  round " + (round + 1) + (commands.size() > 1 ? ", at once" : ""));
      for (var i = 0; i < commands.size(); i++) {
        lines.add("    " + commands.get(i) + " -> " + replies.get(round).get(i));
      }
    }
    before.stream()
        .map(Reference::accounts)
        .distinct()
        .forEach(accounts -> lines.add("  before the last round: " + new TreeMap<>(accounts)));
    lines.add("  after it:              " + new TreeMap<>(seen));
    lines.add("  no order of its commands explains this; one by one, as listed, they would be");
    lines.addAll(oneByOne());
    return lines;
  }

  private List<String> oneByOne() {
    var lines = new ArrayList<String>();
    var reference = before.iterator().next();
    for (var command : story.rounds().get(story.rounds().size() - 1)) {
      var decision = command.decide(reference).get(0);
      lines.add("    " + command + " -> " + decision.reply());
      reference = decision.after();
    }
    lines.add("  and then:              " + new TreeMap<>(reference.accounts()));
    return lines;
  }
}
