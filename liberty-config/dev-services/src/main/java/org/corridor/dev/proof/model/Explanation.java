package org.corridor.dev.proof.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.corridor.dev.proof.model.Reference.Account;

/**
 * Looks for an order of commands that were sent at once which explains all their answers, and what
 * the accounts were afterwards: linearisability (Herlihy and Wing, 1990).
 *
 * <p>Not all orders are tried one by one: for each subset of the commands, the references in which
 * just these have been answered as they were are found from those of the subsets that lack one.
 */
final class Explanation {

  private static final int CONFLICT = 409;

  private final List<Command> commands;
  private final List<Reply> replies;

  private Explanation(List<Command> commands, List<Reply> replies) {
    this.commands = commands;
    this.replies = replies;
  }

  /**
   * @param before what the references may be
   * @param replies in the order of the commands
   * @param seen the accounts afterwards
   * @return what the references may be afterwards; empty if nothing explains it
   */
  static Set<Reference> of(
      Set<Reference> before,
      List<Command> commands,
      List<Reply> replies,
      Map<Character, Account> seen) {
    var after = new HashSet<>(new Explanation(commands, replies).after(before));
    after.removeIf(reference -> !reference.accounts().equals(seen));
    return after;
  }

  private Set<Reference> after(Set<Reference> before) {
    var all = 1 << commands.size();
    var bySubset = new ArrayList<Set<Reference>>(all);
    bySubset.add(before);
    for (var subset = 1; subset < all; subset++) {
      var references = new HashSet<Reference>();
      for (var last = 0; last < commands.size(); last++) {
        var without = subset & ~(1 << last);
        if (without != subset) {
          for (var reference : bySubset.get(without)) {
            answered(reference, last).ifPresent(references::add);
          }
        }
      }
      bySubset.add(references);
    }
    return bySubset.get(all - 1);
  }

  /** The reference after a command was answered as it was; empty if it cannot be so. */
  private Optional<Reference> answered(Reference before, int number) {
    var command = commands.get(number);
    var reply = replies.get(number);
    if (mayCollide(number)) {
      return Optional.of(before);
    }
    return command.decide(before).stream()
        .filter(decision -> decision.reply().saysTheSameAs(reply))
        .filter(decision -> hasTheIdOf(decision.reply(), reply))
        .map(decision -> keepId(decision.after(), command, reply))
        .findFirst();
  }

  /** Of two that are under way at once, one may be told to come later; then it does nothing. */
  private boolean mayCollide(int number) {
    var reply = replies.get(number);
    if (reply.status() != CONFLICT || !(commands.get(number) instanceof Keyed keyed)) {
      return false;
    }
    return switch (reply.code()) {
      case "idempotency-key-in-use" ->
          others(number).anyMatch(other -> other instanceof Keyed k && k.key() == keyed.key());
      case "reversal-in-progress" ->
          keyed instanceof Undo undo
              && others(number).anyMatch(other -> other instanceof Undo u && u.of() == undo.of());
      default -> false;
    };
  }

  private Stream<Command> others(int number) {
    return IntStream.range(0, commands.size())
        .filter(other -> other != number)
        .mapToObj(commands::get);
  }

  /** A key that was used before answers with the very transaction of that time. */
  private static boolean hasTheIdOf(Reply decided, Reply reply) {
    return decided.id().isEmpty() || decided.id().equals(reply.id());
  }

  private static Reference keepId(Reference after, Command command, Reply reply) {
    if (!(command instanceof Keyed keyed) || after.made().get(keyed.key()) == null) {
      return after;
    }
    var made = after.made().get(keyed.key());
    return made.request().equals(keyed) && made.reply().id().isEmpty()
        ? after.with(new Reference.Made(made.request(), reply, made.undone()))
        : after;
  }
}
