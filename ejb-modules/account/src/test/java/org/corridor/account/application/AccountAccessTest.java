package org.corridor.account.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.AccountStatus;
import org.corridor.contracts.client.ClientSummary;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountAccessTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final UUID ANNA = UUID.randomUUID();
  private static final UUID BEN = UUID.randomUUID();

  private static Caller caller(String who) {
    return switch (who) {
      case "anna" -> new Caller("anna", Set.of(), null, ANNA, Map.of());
      case "ben" -> new Caller("ben", Set.of(), null, BEN, Map.of());
      case "teller-ber" -> new Caller("teller", Set.of(), "BER", null, Map.of(EUR, 100_00L));
      case "teller-muc" -> new Caller("teller2", Set.of(), "MUC", null, Map.of());
      default -> new Caller(who, Set.of(), null, null, Map.of());
    };
  }

  private static Account account(String which) {
    var client = which.equals("annas") ? ANNA : null;
    var branch = which.equals("fees") ? null : "BER";
    return new Account(
        UUID.randomUUID(),
        which,
        client,
        branch,
        client == null ? null : UUID.randomUUID(),
        EUR,
        AccountStatus.ACTIVE,
        Instant.EPOCH,
        null,
        1);
  }

  @ParameterizedTest
  @CsvSource({
    // who        annas  cash-ber fees
    "anna,        true,  false,   false",
    "ben,         false, false,   false",
    "teller-ber,  true,  true,    false",
    "teller-muc,  false, false,   false",
    "admin,       true,  true,    true",
  })
  void whoReachesWhich(String who, boolean annas, boolean cash, boolean fees) {
    assertThat(AccountAccess.reaches(caller(who), account("annas"))).isEqualTo(annas);
    assertThat(AccountAccess.reaches(caller(who), account("cash-ber"))).isEqualTo(cash);
    assertThat(AccountAccess.reaches(caller(who), account("fees"))).isEqualTo(fees);
    var client = new ClientSummary(ANNA, "ACTIVE", "BER", "BASIC");
    assertThat(AccountAccess.reaches(caller(who), client)).isEqualTo(annas);
  }

  @ParameterizedTest
  @CsvSource({
    // who        BER    MUC    all    post   whole ledger
    "anna,        false, false, false, false, false",
    "teller-ber,  true,  false, false, false, false",
    "teller-muc,  false, true,  false, false, false",
    "admin,       true,  true,  true,  true,  true",
  })
  void whoMayOpenInternalAccountsAndUseTheLedger(
      String who, boolean ber, boolean muc, boolean all, boolean post, boolean whole) {
    assertThat(AccountAccess.mayOpenInternal(caller(who), "BER")).isEqualTo(ber);
    assertThat(AccountAccess.mayOpenInternal(caller(who), "MUC")).isEqualTo(muc);
    assertThat(AccountAccess.mayOpenInternal(caller(who), null)).isEqualTo(all);
    assertThat(AccountAccess.mayPost(caller(who))).isEqualTo(post);
    assertThat(AccountAccess.mayReadWholeLedger(caller(who))).isEqualTo(whole);
  }

  @Test
  void holdsAreBoundedByTheCallersLimit() {
    assertThat(AccountAccess.mayHold(caller("teller-ber"), Money.of(100_00, "EUR"))).isTrue();
    assertThat(AccountAccess.mayHold(caller("teller-ber"), Money.of(100_01, "EUR"))).isFalse();
    assertThat(AccountAccess.mayHold(caller("teller-ber"), Money.of(1, "USD"))).isFalse();
    assertThat(AccountAccess.mayHold(caller("admin"), Money.of(100_01, "EUR"))).isTrue();
  }

  @Test
  void listsAreNarrowedToWhatTheCallerReaches() {
    var all = new AccountFilter(null, null, null, null);
    var annas = new AccountFilter(ANNA, null, null, null);
    var muc = new AccountFilter(null, null, "MUC", null);

    assertThat(AccountAccess.narrow(caller("admin"), all)).contains(all);
    assertThat(AccountAccess.narrow(caller("anna"), all)).contains(annas);
    assertThat(AccountAccess.narrow(caller("anna"), annas)).contains(annas);
    assertThat(AccountAccess.narrow(caller("ben"), annas)).isEqualTo(Optional.empty());
    assertThat(AccountAccess.narrow(caller("teller-muc"), all)).contains(muc);
    assertThat(AccountAccess.narrow(caller("teller-ber"), muc)).isEqualTo(Optional.empty());
    assertThat(AccountAccess.narrow(caller("teller-muc"), annas))
        .contains(new AccountFilter(ANNA, null, "MUC", null));
  }
}
