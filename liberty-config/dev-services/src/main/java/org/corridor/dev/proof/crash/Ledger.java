package org.corridor.dev.proof.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.corridor.dev.proof.crash.Payments.Payment;

/**
 * The entries of the accounts that were paid to, read at one time.
 *
 * @param byKey how many entries there are for the key of a payment
 * @param byAccount how many entries there are on an account; each is a cent
 */
record Ledger(Map<String, Integer> byKey, Map<String, Integer> byAccount) {

  static Ledger of(Accounts accounts) {
    var byKey = new HashMap<String, Integer>();
    var byAccount = new HashMap<String, Integer>();
    for (var account : accounts.destinations()) {
      var entries = accounts.entries(account);
      entries.forEach(entry -> byKey.merge(key(entry), 1, Integer::sum));
      byAccount.put(account, entries.size());
    }
    return new Ledger(byKey, byAccount);
  }

  private static String key(JsonNode entry) {
    return entry.at("/metadata/reference").asText();
  }

  /** Of those payments, how many have no entry. */
  long lost(List<Payment> payments) {
    return payments.stream().filter(payment -> !byKey.containsKey(payment.key())).count();
  }

  /** How many payments have several entries. */
  long doubled() {
    return byKey.values().stream().filter(count -> count > 1).count();
  }

  /** Whether the balances are what the entries say. */
  boolean agreesWith(Accounts accounts) {
    return byAccount.entrySet().stream()
        .allMatch(account -> accounts.bookedCents(account.getKey()) == account.getValue());
  }
}
