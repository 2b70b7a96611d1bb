package org.corridor.dev.proof.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.corridor.dev.proof.model.Reference.Account;

/**
 * Makes a story up while it is played, from chance and from what the accounts are by then, so that
 * most commands have something to get hold of, and some have not. For one story.
 */
final class Author implements Player.Plot {

  private static final int ACCOUNTS = 3;
  private static final int MOST_CENTS = 300;
  private static final int FEWEST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 10;
  private static final int MOST_AT_ONCE = 4;

  private final Random random;
  private final int rounds;
  private final List<Command> told = new ArrayList<>();
  private int round;
  private int lastNumber;

  Author(long seed) {
    random = new Random(seed);
    rounds = FEWEST_ROUNDS + random.nextInt(MOST_ROUNDS - FEWEST_ROUNDS + 1);
  }

  /** What the accounts have at first. */
  List<Long> cents() {
    return IntStream.range(0, ACCOUNTS).mapToObj(i -> (long) random.nextInt(MOST_CENTS)).toList();
  }

  @Override
  public List<Command> next(Set<Reference> now) {
    if (round++ == rounds) {
      return List.of();
    }
    var reference = now.iterator().next();
    var commands = new ArrayList<Command>();
    var atOnce = 1 + random.nextInt(MOST_AT_ONCE);
    while (commands.size() < atOnce) {
      var command = !told.isEmpty() && chance(20) ? again(any(told)) : something(reference);
      commands.add(command);
      told.add(command);
    }
    return commands;
  }

  private Command something(Reference now) {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> {
        var legs = legs();
        yield new Transfer(newNumber(), legs.from(), legs.to(), legs.cents());
      }
      case 3, 4 -> new Cash(newNumber(), chance(40), letter(), amount());
      case 5, 6 -> Post.plain(newNumber(), legs());
      case 7, 8, 9 -> new PlaceHold(newNumber(), letter(), amount());
      case 10, 11, 12 -> capture(now);
      case 13 -> release(now);
      case 14, 15 -> undo(now);
      case 16 -> reversal(now);
      case 17 -> changeStatus(now, ChangeStatus.Kind.FREEZE);
      case 18 -> changeStatus(now, ChangeStatus.Kind.UNFREEZE);
      default -> close(now);
    };
  }

  /** The very same, or something else under the same key or id. */
  private Command again(Command command) {
    if (chance(70)) {
      return command;
    }
    if (command instanceof Transfer transfer) {
      return new Transfer(transfer.key(), transfer.from(), transfer.to(), amount());
    }
    if (command instanceof Cash cash) {
      return new Cash(cash.key(), cash.in(), cash.account(), amount());
    }
    if (command instanceof Undo undo) {
      return new Undo(undo.key(), undo.of(), "a complaint");
    }
    if (command instanceof PlaceHold placed) {
      return new PlaceHold(placed.hold(), placed.account(), amount());
    }
    return command instanceof Post post ? Post.plain(post.journal(), legs()) : command;
  }

  private Command capture(Reference now) {
    if (now.holds().isEmpty() && chance(80)) {
      return new PlaceHold(newNumber(), letter(), amount());
    }
    var number = numberOf(now.holds().keySet());
    var hold = now.holds().get(number);
    if (hold == null || chance(10)) {
      return Post.capture(newNumber(), legs(), number, chance(50));
    }
    var cents = chance(50) ? hold.amount() : 1 + random.nextInt((int) hold.amount());
    var legs = new Movement(hold.account(), otherThan(hold.account()), cents);
    return Post.capture(newNumber(), legs, number, chance(50));
  }

  private Command undo(Reference now) {
    return now.made().isEmpty() && chance(80)
        ? new Cash(newNumber(), true, letter(), amount())
        : new Undo(newNumber(), numberOf(now.made().keySet()), "an error");
  }

  private Command release(Reference now) {
    var number = numberOf(now.holds().keySet());
    var hold = now.holds().get(number);
    return new Release(number, hold == null || chance(10) ? letter() : hold.account());
  }

  private Command reversal(Reference now) {
    if (now.journals().isEmpty() && chance(80)) {
      return Post.plain(newNumber(), legs());
    }
    var number = numberOf(now.journals().keySet());
    var original = now.journals().get(number);
    var legs = original == null || chance(10) ? legs() : original.content().legs().mirrored();
    return Post.reversal(newNumber(), legs, number);
  }

  private Command changeStatus(Reference now, ChangeStatus.Kind kind) {
    var letter = letter();
    if (kind == ChangeStatus.Kind.UNFREEZE) {
      letter = frozen(now, letter);
    }
    var version = now.account(letter).version();
    return new ChangeStatus(kind, letter, chance(10) ? version + 1 : version);
  }

  /** Mostly of an account that has been emptied, or by emptying it. */
  private Command close(Reference now) {
    var letter = letter();
    var account = now.account(letter);
    if (account.available() > 0 && chance(70)) {
      return new Cash(newNumber(), false, letter, account.available());
    }
    return new ChangeStatus(ChangeStatus.Kind.CLOSE, letter, account.version());
  }

  private static char frozen(Reference now, char otherwise) {
    return now.accounts().entrySet().stream()
        .filter(account -> account.getValue().status() == Account.Status.FROZEN)
        .map(java.util.Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse(otherwise);
  }

  private Movement legs() {
    var from = letter();
    return new Movement(from, otherThan(from), amount());
  }

  private char letter() {
    return (char) ('A' + random.nextInt(ACCOUNTS));
  }

  private char otherThan(char letter) {
    var step = 1 + random.nextInt(ACCOUNTS - 1);
    return (char) ('A' + (letter - 'A' + step) % ACCOUNTS);
  }

  private long amount() {
    return 1L + random.nextInt(MOST_CENTS);
  }

  private int newNumber() {
    return ++lastNumber;
  }

  /** One of those, mostly; sometimes the one that comes next. */
  private int numberOf(Collection<Integer> numbers) {
    return numbers.isEmpty() || chance(10)
        ? lastNumber + 1
        : any(numbers.stream().sorted().toList());
  }

  private <T> T any(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
