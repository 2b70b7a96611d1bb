package org.corridor.dev.proof.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ledger as it ought to be, of the few accounts of one story, and what {@code transaction} has
 * kept under its keys. Immutable, so that many orders of the same commands can be tried.
 *
 * @param accounts by letter
 * @param holds by number
 * @param journals by number; those of {@code transaction} are not among them
 * @param made what {@code transaction} has made, by key
 */
public record Reference(
    Map<Character, Account> accounts,
    Map<Integer, Hold> holds,
    Map<Integer, Journal> journals,
    Map<Integer, Made> made) {

  /** The rest of the world: always open, and never short of money. */
  static final char OUTSIDE = '*';

  private static final Account WORLD = new Account(Long.MAX_VALUE / 2, 0, Account.Status.ACTIVE, 1);

  public Reference {
    accounts = Map.copyOf(accounts);
    holds = Map.copyOf(holds);
    journals = Map.copyOf(journals);
    made = Map.copyOf(made);
  }

  /** What is seen of an account from outside. */
  public record Account(long booked, long held, Status status, long version) {

    /** Those that occur here. */
    public enum Status {
      ACTIVE,
      FROZEN,
      CLOSED
    }

    long available() {
      return booked - held;
    }

    boolean isOpen() {
      return status == Status.ACTIVE;
    }

    Account plus(long cents) {
      return new Account(booked + cents, held, status, version);
    }

    Account holding(long more) {
      return new Account(booked, held + more, status, version);
    }

    Account become(Status next) {
      return new Account(booked, held, next, version + 1);
    }

    @Override
    public String toString() {
      return "%s booked, %s held, %s, version %d"
          .formatted(Command.euros(booked), Command.euros(held), status, version);
    }
  }

  record Hold(char account, long amount, long captured, State state) {

    enum State {
      ACTIVE,
      CAPTURED,
      RELEASED
    }

    /** What it still reserves. */
    long left() {
      return state == State.ACTIVE ? amount - captured : 0;
    }

    Hold captured(long cents, boolean keepsRest) {
      var total = captured + cents;
      var ends = !keepsRest || total == amount;
      return new Hold(account, amount, total, ends ? State.CAPTURED : State.ACTIVE);
    }

    Hold released() {
      return new Hold(account, amount, captured, State.RELEASED);
    }
  }

  record Journal(Post content, boolean reversed) {

    Journal asReversed() {
      return new Journal(content, true);
    }
  }

  /** A transaction: its request, the answer to it, and whether it was reversed. */
  record Made(Keyed request, Reply reply, boolean undone) {

    Made asUndone() {
      return new Made(request, reply, true);
    }
  }

  /** New accounts: A, B and so on, with so many cents. */
  static Reference opened(List<Long> cents) {
    var accounts = new HashMap<Character, Account>();
    for (var i = 0; i < cents.size(); i++) {
      accounts.put((char) ('A' + i), new Account(cents.get(i), 0, Account.Status.ACTIVE, 1));
    }
    return new Reference(accounts, Map.of(), Map.of(), Map.of());
  }

  Account account(char letter) {
    return letter == OUTSIDE ? WORLD : accounts.get(letter);
  }

  Reference with(char letter, Account account) {
    return letter == OUTSIDE
        ? this
        : new Reference(put(accounts, letter, account), holds, journals, made);
  }

  Reference with(int number, Hold hold) {
    return new Reference(accounts, put(holds, number, hold), journals, made);
  }

  Reference with(int number, Journal journal) {
    return new Reference(accounts, holds, put(journals, number, journal), made);
  }

  Reference with(Made transaction) {
    return new Reference(
        accounts, holds, journals, put(made, transaction.request().key(), transaction));
  }

  private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
    var copy = new HashMap<>(map);
    copy.put(key, value);
    return copy;
  }
}
