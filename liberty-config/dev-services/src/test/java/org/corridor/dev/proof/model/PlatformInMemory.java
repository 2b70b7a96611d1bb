package org.corridor.dev.proof.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.corridor.dev.proof.model.Reference.Account;

/** Does what the reference says, in any order, but for one fault. */
final class PlatformInMemory implements Platform {

  private final Random random;
  private final Fault fault;

  /** What is done wrong; empty if it is done right. */
  interface Fault {
    Optional<Decision> instead(Command command, Reference before);
  }

  PlatformInMemory(long seed, Fault fault) {
    this.random = new Random(seed);
    this.fault = fault;
  }

  @Override
  public Stage open(List<Long> cents) {
    return new InMemory(Reference.opened(cents));
  }

  private final class InMemory implements Stage {
    private Reference now;

    InMemory(Reference now) {
      this.now = now;
    }

    @Override
    public List<Reply> perform(List<Command> commands) {
      var order = new ArrayList<>(IntStream.range(0, commands.size()).boxed().toList());
      synchronized (random) {
        Collections.shuffle(order, random);
      }
      var replies = new Reply[commands.size()];
      for (var number : order) {
        replies[number] = perform(commands.get(number));
      }
      return Arrays.asList(replies);
    }

    private Reply perform(Command command) {
      var before = now;
      var decision = fault.instead(command, before).orElseGet(() -> command.decide(before).get(0));
      now = decision.after();
      if (command instanceof Keyed keyed
          && now.made().containsKey(keyed.key())
          && !before.made().containsKey(keyed.key())) {
        var made = now.made().get(keyed.key());
        var reply =
            new Reply(made.reply().status(), made.reply().code(), UUID.randomUUID().toString());
        now = now.with(new Reference.Made(made.request(), reply, made.undone()));
        return reply;
      }
      return decision.reply();
    }

    @Override
    public Map<Character, Account> look() {
      return now.accounts();
    }
  }
}
