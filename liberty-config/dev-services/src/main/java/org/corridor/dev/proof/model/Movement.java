package org.corridor.dev.proof.model;

/**
 * Money from one account to another.
 *
 * @param from a letter, or {@link Reference#OUTSIDE}
 * @param to likewise
 */
record Movement(char from, char to, long cents) {

  Movement mirrored() {
    return new Movement(to, from, cents);
  }

  /** Why the ledger does not do it; null if it does. */
  String refusal(Reference before) {
    if (!isOpen(before)) {
      return "account-not-open";
    }
    return before.account(from).available() < cents ? "insufficient-funds" : null;
  }

  boolean isOpen(Reference before) {
    return before.account(from).isOpen() && before.account(to).isOpen();
  }

  Reference move(Reference before) {
    return before
        .with(from, before.account(from).plus(-cents))
        .with(to, before.account(to).plus(cents));
  }
}
