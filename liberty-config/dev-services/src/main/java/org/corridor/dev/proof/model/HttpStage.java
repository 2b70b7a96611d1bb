package org.corridor.dev.proof.model;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.corridor.dev.demo.Answer;
import org.corridor.dev.demo.Door;
import org.corridor.dev.proof.model.Reference.Account;

/** The accounts of one story on the running platform. */
final class HttpStage implements Platform.Stage {

  private static final String ACCOUNTS = "/api/account/v1/accounts/";
  private static final String JOURNALS = "/api/account/v1/journals/";
  private static final String TRANSACTION = "/api/transaction/v1/";

  private final Door door;
  private final Map<Character, String> accounts;

  /** What stands for the numbers of the story: made up when first needed. */
  private final Map<String, String> ids = new ConcurrentHashMap<>();

  /** By key; learnt from the answers. */
  private final Map<Integer, String> transactions = new ConcurrentHashMap<>();

  HttpStage(Door door, Map<Character, String> accounts) {
    this.door = door;
    this.accounts = Map.copyOf(accounts);
  }

  @Override
  public List<Reply> perform(List<Command> commands) throws Platform.Inconclusive {
    var threads = Executors.newFixedThreadPool(commands.size());
    try {
      var ready = new CountDownLatch(commands.size());
      var running = new ArrayList<Future<Answer>>();
      for (var command : commands) {
        running.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return send(command);
                }));
      }
      var replies = new ArrayList<Reply>();
      for (var i = 0; i < commands.size(); i++) {
        replies.add(reply(commands.get(i), running.get(i)));
      }
      return replies;
    } finally {
      threads.shutdownNow();
    }
  }

  private Reply reply(Command command, Future<Answer> running) throws Platform.Inconclusive {
    try {
      var answer = running.get();
      var code = answer.status() < 400 ? "" : answer.text("/code");
      var reply = new Reply(answer.status(), code, transactionOf(command, answer));
      if (reply.isInconclusive()) {
        throw new Platform.Inconclusive(command + " -> " + reply);
      }
      if (command instanceof Keyed keyed && !reply.id().isEmpty()) {
        transactions.put(keyed.key(), reply.id());
      }
      return reply;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException away) {
        throw new Platform.Inconclusive(command + " was not answered", away);
      }
      throw new IllegalStateException(command + " failed", e.getCause());
    }
  }

  /** Of one that was declined, the address tells. */
  private static String transactionOf(Command command, Answer answer) {
    if (!(command instanceof Keyed)) {
      return "";
    }
    return answer
        .header("Location")
        .map(location -> location.substring(location.lastIndexOf('/') + 1))
        .orElse("");
  }

  private Answer send(Command command) {
    if (command instanceof Keyed keyed) {
      return send(keyed);
    }
    if (command instanceof Post post) {
      return door.put(JOURNALS + id("journal", post.journal()), journal(post));
    }
    if (command instanceof PlaceHold placed) {
      return door.put(
          hold(placed.account(), placed.hold()),
          "{\"amount\":" + Bodies.euro(placed.cents()) + "}");
    }
    if (command instanceof Release release) {
      return door.post(hold(release.account(), release.hold()) + "/release", "{}");
    }
    return send((ChangeStatus) command);
  }

  private Answer send(Keyed keyed) {
    var key = id("key", keyed.key());
    if (keyed instanceof Transfer transfer) {
      var body =
          Bodies.transfer(
              accounts.get(transfer.from()), accounts.get(transfer.to()), transfer.cents());
      return door.post(TRANSACTION + "transfers", body, "Idempotency-Key", key);
    }
    if (keyed instanceof Cash cash) {
      return door.post(
          TRANSACTION + (cash.in() ? "deposits" : "withdrawals"),
          Bodies.cash(accounts.get(cash.account()), cash.cents()),
          "Idempotency-Key",
          key);
    }
    var undo = (Undo) keyed;
    var original = transactions.getOrDefault(undo.of(), id("no transaction", undo.of()));
    return door.post(
        TRANSACTION + "transactions/" + original + "/reversal",
        "{\"reason\":\"" + undo.reason() + "\"}",
        "Idempotency-Key",
        key);
  }

  private Answer send(ChangeStatus change) {
    var path = ACCOUNTS + accounts.get(change.account());
    var ifMatch = "\"" + change.ifMatch() + "\"";
    return switch (change.kind()) {
      case FREEZE ->
          door.post(path + "/freeze", "{\"reason\":\"COMPLIANCE\"}", "If-Match", ifMatch);
      case UNFREEZE -> door.post(path + "/unfreeze", "{}", "If-Match", ifMatch);
      case CLOSE -> door.post(path + "/close", "{}", "If-Match", ifMatch);
    };
  }

  private String journal(Post post) {
    var more = "";
    if (post.captures() != 0) {
      more += "\"captures\":\"" + id("hold", post.captures()) + "\",";
      more += "\"keepsRestOfHold\":" + post.keepsRest() + ",";
    }
    if (post.reverses() != 0) {
      more += "\"reverses\":\"" + id("journal", post.reverses()) + "\",";
    }
    var legs = post.legs();
    return Bodies.journal(
        "MODEL", accounts.get(legs.from()), accounts.get(legs.to()), legs.cents(), more);
  }

  private String hold(char account, int number) {
    return ACCOUNTS + accounts.get(account) + "/holds/" + id("hold", number);
  }

  private String id(String what, int number) {
    return ids.computeIfAbsent(what + " " + number, name -> UUID.randomUUID().toString());
  }

  @Override
  public Map<Character, Account> look() throws Platform.Inconclusive {
    var seen = new HashMap<Character, Account>();
    for (var account : accounts.entrySet()) {
      var path = ACCOUNTS + account.getValue();
      var found = read(path);
      var balance = read(path + "/balance");
      var version = found.header("ETag").orElseThrow().replace("\"", "");
      seen.put(
          account.getKey(),
          new Account(
              cents(balance.text("/booked/amount")),
              cents(balance.text("/held/amount")),
              Account.Status.valueOf(found.text("/status")),
              Long.parseLong(version)));
    }
    return seen;
  }

  private Answer read(String path) throws Platform.Inconclusive {
    try {
      var answer = door.get(path);
      if (answer.status() == 503 || answer.status() == 504) {
        throw new Platform.Inconclusive("GET " + path + " -> " + answer.status());
      }
      return answer.expect(200);
    } catch (UncheckedIOException e) {
      throw new Platform.Inconclusive("GET " + path + " was not answered", e);
    }
  }

  private static long cents(String euros) {
    return new BigDecimal(euros).movePointRight(2).longValueExact();
  }
}
