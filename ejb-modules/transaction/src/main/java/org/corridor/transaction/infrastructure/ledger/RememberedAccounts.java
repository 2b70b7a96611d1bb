package org.corridor.transaction.infrastructure.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.contracts.account.AccountSummary;

/**
 * Accounts that were looked up before. What a summary tells never changes, so it is remembered for
 * as long as there is room; that there is no such account may change, and is not remembered.
 */
final class RememberedAccounts {

  private final Cache<UUID, AccountSummary> byId;
  private final Cache<String, AccountSummary> byNumber;

  RememberedAccounts(int most) {
    byId = cache(most);
    byNumber = cache(most);
  }

  /**
   * What is too much goes at once, on the thread that brought it: with room for none, none stays.
   * Until half of the room is taken, the cache keeps no record of what was asked for.
   */
  private static <K> Cache<K, AccountSummary> cache(int most) {
    return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
  }

  Optional<AccountSummary> byId(UUID id, Function<UUID, Optional<AccountSummary>> lookUp) {
    return remembered(byId, id, lookUp);
  }

  Optional<AccountSummary> byNumber(
      String number, Function<String, Optional<AccountSummary>> lookUp) {
    return remembered(byNumber, number, lookUp);
  }

  Map<UUID, AccountSummary> byIds(
      Collection<UUID> ids, Function<Collection<UUID>, Map<UUID, AccountSummary>> lookUp) {
    return remembered(byId, ids, lookUp);
  }

  Map<String, AccountSummary> byNumbers(
      Collection<String> numbers,
      Function<Collection<String>, Map<String, AccountSummary>> lookUp) {
    return remembered(byNumber, numbers, lookUp);
  }

  /** Those that are not remembered are looked up together. */
  private static <K> Map<K, AccountSummary> remembered(
      Cache<K, AccountSummary> cache,
      Collection<K> keys,
      Function<Collection<K>, Map<K, AccountSummary>> lookUp) {
    var all = new HashMap<K, AccountSummary>();
    var missing = new HashSet<K>();
    for (var key : keys) {
      var known = cache.getIfPresent(key);
      if (known == null) {
        missing.add(key);
      } else {
        all.put(key, known);
      }
    }
    if (!missing.isEmpty()) {
      var found = lookUp.apply(missing);
      cache.putAll(found);
      all.putAll(found);
    }
    return all;
  }

  /** Not computed inside of the cache: looking up may take long, and others shall not wait. */
  private static <K> Optional<AccountSummary> remembered(
      Cache<K, AccountSummary> cache, K key, Function<K, Optional<AccountSummary>> lookUp) {
    var known = cache.getIfPresent(key);
    if (known != null) {
      return Optional.of(known);
    }
    var found = lookUp.apply(key);
    found.ifPresent(account -> cache.put(key, account));
    return found;
  }
}
