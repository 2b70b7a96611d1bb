package org.corridor.transaction.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.MoveOutcome.Made;
import org.corridor.transaction.domain.ApprovalReason;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.Side;
import org.corridor.transaction.domain.Transaction;
import org.corridor.web.problem.Problem;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.junit.jupiter.api.Test;

/** How outcomes look from outside. */
class AnswersTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Caller TELLER = new Caller("teller", Set.of(), "BER", null, Map.of());
  private static final Caller CUSTOMER =
      new Caller("anna", Set.of(), null, UUID.randomUUID(), Map.of());
  private static final UriInfo URI_INFO =
      new ResteasyUriInfo(
          URI.create("https://corridor.test/api/transaction/v1/"), URI.create("transfers"));

  @Test
  void paidIsCreated() {
    var paid = after(created().posted(NOON, "teller", NOON));

    var answer = Answers.made(new Made(paid, false), TELLER, Answers.transactions(URI_INFO));

    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(answer.getLocation()).hasToString(location(paid));
    assertThat(answer.getEntityTag().getValue()).isEqualTo("2");
    assertThat(answer.getHeaderString("Idempotency-Replayed")).isNull();
    var view = (TransactionView) answer.getEntity();
    assertThat(view.bookedAt()).isEqualTo(NOON);
    assertThat(view.createdBy()).isEqualTo("teller");
  }

  @Test
  void whatIsNotPaidYetIsAccepted() {
    var unknown = after(created().unanswered("teller", NOON));
    var making = new Making("teller", NOON, "c");
    var waiting =
        Transaction.create(
                UUID.randomUUID(),
                created().movement(),
                making,
                Optional.of(ApprovalReason.ABOVE_OWN_LIMIT))
            .after();

    assertThat(made(unknown, false).getStatus()).isEqualTo(202);
    assertThat(made(waiting, false).getStatus()).isEqualTo(202);
    assertThat(made(waiting, false).getLocation()).hasToString(location(waiting));
  }

  @Test
  void declinedIsAProblemThatNamesTheTransaction() {
    var refusal = new Refusal("insufficient-funds", "Too little.");
    var declined = after(created().refused(refusal, "teller", NOON));

    var answer = made(declined, true);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getLocation()).hasToString(location(declined));
    assertThat(answer.getHeaderString("Idempotency-Replayed")).isEqualTo("true");
    assertThat(((Problem) answer.getEntity()).code()).isEqualTo("insufficient-funds");
    assertThat(answer.getMediaType()).hasToString(Problem.MEDIA_TYPE);
  }

  @Test
  void aDecisionIsAnsweredByWhatBecameOfIt() {
    var refusal = new Refusal("insufficient-funds", "Too little.");
    var declined = after(created().refused(refusal, "teller", NOON));
    var unknown = after(created().unanswered("teller", NOON));

    assertThat(Answers.decided(new Made(declined, false), TELLER, URI_INFO).getStatus())
        .isEqualTo(200);
    assertThat(Answers.decided(new Made(unknown, false), TELLER, URI_INFO).getStatus())
        .isEqualTo(202);
  }

  @Test
  void everyOtherOutcomeIsAProblem() {
    assertProblem(new MoveOutcome.Refused("same-account", "Same.", "/a"), 422, "same-account");
    assertProblem(new MoveOutcome.Forbidden("No."), 403, "forbidden");
    assertProblem(new MoveOutcome.NotFound(), 404, "not-found");
    assertProblem(new MoveOutcome.Conflict("in-progress", "Wait."), 409, "in-progress");
    assertProblem(new MoveOutcome.KeyReused(), 422, "idempotency-key-reused");
    assertProblem(new MoveOutcome.KeyInUse(), 409, "idempotency-key-in-use");
  }

  @Test
  void customersAreNotToldWhoOfTheStaffActed() {
    var view = TransactionView.of(created(), CUSTOMER);

    assertThat(view.createdBy()).isNull();
    assertThat(TransactionView.of(created(), TELLER).createdBy()).isEqualTo("teller");
  }

  private static void assertProblem(MoveOutcome outcome, int status, String code) {
    var answer = Answers.made(outcome, TELLER, Answers.transactions(URI_INFO));
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(((Problem) answer.getEntity()).code()).isEqualTo(code);
    assertThat(Answers.decided(outcome, TELLER, URI_INFO).getStatus()).isEqualTo(status);
  }

  private static Response made(Transaction transaction, boolean replayed) {
    return Answers.made(new Made(transaction, replayed), TELLER, Answers.transactions(URI_INFO));
  }

  private static String location(Transaction transaction) {
    return "https://corridor.test/api/transaction/v1/transactions/" + transaction.id();
  }

  private static Transaction created() {
    var movement =
        new Movement(
            Kind.TRANSFER,
            new Side(UUID.randomUUID(), UUID.randomUUID(), "BER"),
            new Side(UUID.randomUUID(), UUID.randomUUID(), "BER"),
            Money.of(1_00, "EUR"),
            null,
            null);
    var making = new Making("teller", NOON, "c");
    return Transaction.create(UUID.randomUUID(), movement, making, Optional.empty()).after();
  }

  private static Transaction after(Object outcome) {
    return ((Change) outcome).after();
  }
}
