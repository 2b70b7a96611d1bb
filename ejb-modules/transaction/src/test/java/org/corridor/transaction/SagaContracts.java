package org.corridor.transaction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.Money;
import org.corridor.transaction.domain.Side;
import org.corridor.transaction.domain.payment.Creditor;
import org.corridor.transaction.domain.payment.Debtor;
import org.corridor.transaction.domain.payment.Instruction;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentCancellationRequested;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentCancelled;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentCreated;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentDeclined;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentFailed;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentFundsReserved;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentOutcomeUnknown;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentPaid;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentReturned;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentSubmitted;
import org.corridor.transaction.domain.payment.PostalAddress;
import org.corridor.transaction.domain.payment.Rail;
import org.corridor.transaction.domain.saga.SagaEvent.CompensationBegun;
import org.corridor.transaction.domain.saga.SagaEvent.CompensationRequested;
import org.corridor.transaction.domain.saga.SagaEvent.SagaCompensated;
import org.corridor.transaction.domain.saga.SagaEvent.SagaCompleted;
import org.corridor.transaction.domain.saga.SagaEvent.SagaRetried;
import org.corridor.transaction.domain.saga.SagaEvent.SagaStarted;
import org.corridor.transaction.domain.saga.SagaEvent.SagaStuck;
import org.corridor.transaction.domain.saga.SagaEvent.StepDone;
import org.corridor.transaction.domain.saga.SagaEvent.StepRefused;
import org.corridor.transaction.domain.saga.SagaEvent.StepStarted;
import org.corridor.transaction.domain.saga.SagaEvent.StepUndone;
import org.corridor.transaction.domain.saga.SagaEvent.StepWaits;
import org.corridor.transaction.domain.saga.Stage;

/** Each event of sagas and payments, as its example shows it. */
final class SagaContracts {

  private static final Instant AT = Instant.parse("2026-11-02T12:00:00.123456Z");
  private static final UUID ID = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");
  private static final UUID OTHER = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef6");
  private static final String RESERVE = "RESERVE_FUNDS";
  private static final String SUBMIT = "SUBMIT";
  private static final String NO_FUNDS = "insufficient-funds";
  private static final String NO_FUNDS_DETAIL = "The account does not have that much available.";
  private static final String REFUSED = "processor-refused";
  private static final String REFUSED_DETAIL =
      "The processor refuses it (AC04): the account is closed";

  private SagaContracts() {}

  static Stream<DomainEvent> examples() {
    return Stream.of(
        new SagaStarted(ID, "payment", OTHER, List.of(RESERVE, SUBMIT), "6f1c2f0e", "anna-1", AT),
        new StepStarted(ID, SUBMIT, false, OTHER, AT.plusSeconds(60), AT),
        new StepWaits(
            ID,
            SUBMIT,
            Stage.UNKNOWN,
            false,
            2,
            "the processor does not answer: timeout",
            AT.plusMillis(200),
            AT),
        new StepDone(ID, SUBMIT, "SIM-1", AT),
        new StepRefused(ID, RESERVE, NO_FUNDS, NO_FUNDS_DETAIL, AT),
        new CompensationRequested(ID, "cancelled", "The payment was cancelled.", "anna-1", AT),
        new CompensationBegun(ID, SUBMIT, REFUSED, REFUSED_DETAIL, AT),
        new StepUndone(ID, RESERVE, AT),
        new SagaStuck(ID, "BOOK", "account-not-open", "The account is not open for this.", AT),
        new SagaRetried(ID, "admin-1", AT),
        new SagaCompleted(ID, AT),
        new SagaCompensated(ID, RESERVE, NO_FUNDS, NO_FUNDS_DETAIL, AT),
        new PaymentCreated(ID, instruction(), "6f1c2f0e", "anna-1", AT),
        new PaymentFundsReserved(ID, AT),
        new PaymentOutcomeUnknown(ID, AT),
        new PaymentSubmitted(ID, "SIM-1", AT),
        new PaymentPaid(ID, AT),
        new PaymentDeclined(ID, REFUSED, REFUSED_DETAIL, AT),
        new PaymentFailed(ID, REFUSED, REFUSED_DETAIL, AT),
        new PaymentCancellationRequested(ID, "anna-1", AT),
        new PaymentCancelled(ID, AT),
        new PaymentReturned(
            ID, "processor-returned", "It came back (AC01): there is no such account", AT));
  }

  private static Instruction instruction() {
    var side =
        new Side(
            UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e01"),
            UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e02"),
            "BER");
    return new Instruction(
        new Debtor(side, "1000000001"),
        UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e03"),
        Money.of(25_00, "EUR"),
        new Creditor(
            "Stadtwerke Musterstadt",
            "DE89370400440532013000",
            null,
            "COBADEFFXXX",
            new PostalAddress("Domplatte", "1", "50667", "Köln", "DE")),
        "Invoice 2026-118",
        Rail.SEPA);
  }
}
