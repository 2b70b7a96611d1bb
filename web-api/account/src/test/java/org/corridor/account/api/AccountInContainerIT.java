package org.corridor.account.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.corridor.account.application.AccountResult.Done;
import org.corridor.account.application.LedgerAudit;
import org.corridor.account.application.OpenInternalAccount;
import org.corridor.account.application.ReadAccounts;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.InternalNumber;
import org.corridor.contracts.account.HoldAnswer;
import org.corridor.contracts.account.HoldContract;
import org.corridor.contracts.account.HoldOrder;
import org.corridor.contracts.account.LedgerContract;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.contracts.account.PostingOrder;
import org.corridor.contracts.account.PostingOrder.Leg;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
import org.corridor.web.problem.Problem;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only the container does: the ledger as other contexts of an EAR call it, transactions. */
@ExtendWith(ArquillianExtension.class)
class AccountInContainerIT {

  private static final Caller ADMIN = new Caller("admin", Set.of(), null, null, Map.of());
  private static final Currency EUR = Currency.getInstance("EUR");

  @EJB private LedgerContract ledger;
  @EJB private HoldContract holds;
  @Inject private OpenInternalAccount opening;
  @Inject private ReadAccounts reading;
  @Inject private LedgerAudit audit;
  @Inject private OnceOnly onceOnly;
  @Inject private UserTransaction transaction;

  @Deployment
  static WebArchive theWarAsItIsBuilt() {
    return ShrinkWrap.createFromZipFile(
            WebArchive.class, new File(System.getProperty("corridor.test.archive")))
        .addClass(AccountInContainerIT.class)
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
  }

  @AfterEach
  void theBooksBalance() {
    assertThat(audit.verify().problems()).isEmpty();
  }

  private Account open(Money floor) {
    var purpose = "T" + Ids.next().toString().replace("-", "").substring(13);
    var number = new InternalNumber(purpose.toUpperCase(Locale.ROOT), "BER", EUR);
    return ((Done) opening.open(ADMIN, number, floor, null, Trail.of("in-container"))).account();
  }

  private static PostingOrder transfer(UUID id, Account from, Account to, long cents) {
    return new PostingOrder(
        id,
        "TRANSFER",
        null,
        List.of(
            new Leg(from.id(), new Money(-cents, EUR)), new Leg(to.id(), new Money(cents, EUR))),
        null,
        null,
        "in-container",
        Map.of("reference", "test"));
  }

  @Test
  void anOrderIsPostedOnceAndRemembered() {
    var source = open(null);
    var wallet = open(Money.zero(EUR));
    var order = transfer(Ids.next(), source, wallet, 10_00);

    var first = post(order);
    var again = post(order);

    assertThat(first.posted()).isTrue();
    assertThat(again).isEqualTo(first);
    assertThat(ledger.posting(order.id())).contains(first);
    assertThat(ledger.posting(Ids.next())).isEmpty();
    var other = post(transfer(order.id(), source, wallet, 10_01));
    assertThat(other.refusal()).isEqualTo("posting-id-reused");
  }

  @Test
  void aRefusalSaysWhichRule() {
    var refused = post(transfer(Ids.next(), open(Money.zero(EUR)), open(null), 1));

    assertThat(refused.posted()).isFalse();
    assertThat(refused.refusal()).isEqualTo("insufficient-funds");
    assertThat(refused.detail()).isNotBlank();
  }

  @Test
  void aHoldIsPlacedAndReleasedOnceAndRemembered() {
    var account = open(null);
    var order = hold(account, 10_00);

    var first = holds.place(order);
    var again = holds.place(order);
    var other = holds.place(new HoldOrder(order.id(), account.id(), new Money(1, EUR), null, "x"));

    assertThat(first).isEqualTo(HoldAnswer.standing(order.id(), "ACTIVE"));
    assertThat(again).isEqualTo(first);
    assertThat(other.refusal()).isEqualTo("hold-id-reused");
    assertThat(holds.hold(account.id(), order.id())).contains(first);
    assertThat(holds.hold(open(null).id(), order.id())).as("of another account").isEmpty();
    var released = HoldAnswer.standing(order.id(), "RELEASED");
    assertThat(holds.release(account.id(), order.id(), "in-container")).isEqualTo(released);
    assertThat(holds.release(account.id(), order.id(), "in-container")).isEqualTo(released);
    assertThat(holds.release(account.id(), Ids.next(), "in-container").refusal())
        .isEqualTo("unknown-hold");
    var tooMuch = holds.place(hold(open(Money.zero(EUR)), 1));
    assertThat(tooMuch.refusal()).isEqualTo("insufficient-funds");
  }

  private static HoldOrder hold(Account account, long cents) {
    var expiresAt = Instant.now().plus(Duration.ofDays(1));
    return new HoldOrder(
        Ids.next(), account.id(), new Money(cents, EUR), expiresAt, "in-container");
  }

  @Test
  void accountsAreFoundByIdAndNumber() {
    var account = open(null);

    assertThat(ledger.account(account.id()).orElseThrow().number()).isEqualTo(account.number());
    assertThat(ledger.accountByNumber(account.number()).orElseThrow().id()).isEqualTo(account.id());
    assertThat(ledger.accountByNumber("NOTHING-EUR")).isEmpty();
  }

  @Test
  void callersOfTheSameServerAreServedAtTheSameTime() throws Exception {
    var source = open(null);
    var wallet = open(Money.zero(EUR));
    var orders = new ArrayList<Callable<PostingAnswer>>();
    for (var i = 0; i < 64; i++) {
      var order = transfer(Ids.next(), source, wallet, 1);
      orders.add(() -> post(order));
    }
    var threads = Executors.newFixedThreadPool(16);
    try {
      for (Future<PostingAnswer> answer : threads.invokeAll(orders)) {
        assertThat(answer.get().posted()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anAccountItsBalanceAndItsEventGoTogetherWhenTheTransactionDoes() throws Exception {
    transaction.begin();
    var account = open(null);
    transaction.rollback();

    assertThat(reading.byId(ADMIN, account.id())).isEmpty();
    var answer = post(transfer(Ids.next(), account, open(null), 1));
    assertThat(answer.refusal()).isEqualTo("unknown-account");
  }

  @Test
  void aRefusalFreesItsIdempotencyKeyAndUndoesItsEffect() {
    var key = Ids.next().toString();
    var request = new Fingerprint("POST", "accounts/internal", key);
    var undone = new Account[1];

    var refused =
        onceOnly.answer(
            ADMIN,
            key,
            request,
            () -> {
              undone[0] = open(null);
              return Problem.refused("no", "No.").toResponse();
            });

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(reading.byId(ADMIN, undone[0].id())).isEmpty();
    var answer = onceOnly.answer(ADMIN, key, request, () -> AccountAnswers.found(open(null)));
    assertThat(answer.getStatus()).isEqualTo(200);
  }

  private PostingAnswer post(PostingOrder order) {
    return ledger.post(order).toCompletableFuture().join();
  }
}
