package org.corridor.transaction.infrastructure.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.contracts.account.PostingOrder;
import org.corridor.contracts.account.PostingOrder.Leg;
import org.corridor.kernel.Money;
import org.corridor.platform.json.Json;
import org.corridor.transaction.infrastructure.ledger.AccountCalls.AccountCallFailed;
import org.corridor.transaction.infrastructure.ledger.AccountCalls.Reply;
import org.corridor.transaction.infrastructure.ledger.RestLedger.Journal;
import org.corridor.transaction.infrastructure.ledger.RestLedger.JournalBatch;
import org.junit.jupiter.api.Test;

/** How the ledger's interface is spoken. */
class RestLedgerTest {

  private static final UUID ID = UUID.fromString("01930d2e-7c1a-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("01930d2e-7c1a-7000-8000-000000000002");

  @Test
  void anOrderHasItsIdInThePathAndTheRestInTheBody() throws JsonProcessingException {
    var order =
        new PostingOrder(
            ID,
            "REVERSAL",
            null,
            List.of(new Leg(ID, Money.of(-1_00, "EUR")), new Leg(OTHER, Money.of(1_00, "EUR"))),
            null,
            OTHER,
            "correlation",
            Map.of("reference", "typo"));

    assertThat(json(Json.write(Journal.of(order))))
        .isEqualTo(
            json(
                """
                {"kind":"REVERSAL",
                 "legs":[
                   {"accountId":"01930d2e-7c1a-7000-8000-000000000001",
                    "amount":{"amount":"-1.00","currency":"EUR"}},
                   {"accountId":"01930d2e-7c1a-7000-8000-000000000002",
                    "amount":{"amount":"1.00","currency":"EUR"}}],
                 "reverses":"01930d2e-7c1a-7000-8000-000000000002",
                 "metadata":{"reference":"typo"}}"""));
  }

  @Test
  void aPostedJournalSaysWhenItWasBooked() throws JsonProcessingException {
    var body = json("{\"bookedAt\":\"2026-11-02T12:00:00Z\",\"later\":1}");
    var posted = PostingAnswer.posted(ID, Instant.parse("2026-11-02T12:00:00Z"));

    assertThat(RestLedger.answer(ID, new Reply(200, body))).isEqualTo(posted);
    assertThat(RestLedger.answer(ID, new Reply(201, body))).isEqualTo(posted);
  }

  @Test
  void aRefusalCarriesCodeAndDetail() throws JsonProcessingException {
    var body = json("{\"code\":\"insufficient-funds\",\"detail\":\"Too little.\"}");

    assertThat(RestLedger.answer(ID, new Reply(422, body)))
        .isEqualTo(PostingAnswer.refused(ID, "insufficient-funds", "Too little."));
  }

  @Test
  void ordersOfABatchHaveTheirIdsInTheBody() throws JsonProcessingException {
    var batch = JournalBatch.of(List.of(order(ID), order(OTHER)), true);

    var json = json(Json.write(batch));

    assertThat(json.path("mode").textValue()).isEqualTo("ALL_OR_NOTHING");
    assertThat(json.path("postings")).hasSize(2);
    assertThat(json.path("postings").get(1).path("id").textValue()).isEqualTo(OTHER.toString());
    assertThat(json.path("postings").get(1).path("kind").textValue()).isEqualTo("TRANSFER");
  }

  @Test
  void eachOfABatchHasItsAnswer() throws JsonProcessingException {
    var orders = List.of(order(ID), order(OTHER));
    var both =
        json(
            """
            {"results":[
              {"id":"01930d2e-7c1a-7000-8000-000000000001","status":"POSTED",
               "bookedAt":"2026-11-02T12:00:00Z"},
              {"id":"01930d2e-7c1a-7000-8000-000000000002","status":"REFUSED",
               "code":"insufficient-funds","detail":"Too little."}]}""");

    assertThat(RestLedger.answers(orders, new Reply(200, both)))
        .containsExactly(
            PostingAnswer.posted(ID, Instant.parse("2026-11-02T12:00:00Z")),
            PostingAnswer.refused(OTHER, "insufficient-funds", "Too little."));
    assertThatThrownBy(
            () -> RestLedger.answers(List.of(order(OTHER), order(ID)), new Reply(200, both)))
        .isInstanceOf(AccountCallFailed.class);
    assertThatThrownBy(() -> RestLedger.answers(List.of(order(ID)), new Reply(200, both)))
        .isInstanceOf(AccountCallFailed.class);
    assertThatThrownBy(() -> RestLedger.answers(orders, new Reply(422, json("{}"))))
        .isInstanceOf(AccountCallFailed.class);
  }

  private static PostingOrder order(UUID id) {
    return new PostingOrder(id, "TRANSFER", null, List.of(), null, null, "correlation", Map.of());
  }

  @Test
  void anAnswerThatSaysNothingIsNone() throws JsonProcessingException {
    assertThatThrownBy(() -> RestLedger.answer(ID, new Reply(200, json("{}"))))
        .isInstanceOf(AccountCallFailed.class);
    assertThatThrownBy(() -> RestLedger.answer(ID, new Reply(404, json("{}"))))
        .isInstanceOf(AccountCallFailed.class);
    assertThatThrownBy(() -> RestLedger.account(json("{\"id\":\"" + ID + "\"}")))
        .isInstanceOf(AccountCallFailed.class);
  }

  @Test
  void anAccountIsReadWithOrWithoutAnOwner() throws JsonProcessingException {
    var internal =
        json(
            "{\"id\":\""
                + ID
                + "\",\"number\":\"FEES-EUR\",\"currency\":\"EUR\",\"status\":\"ACTIVE\"}");

    assertThat(RestLedger.account(internal))
        .isEqualTo(new AccountSummary(ID, "FEES-EUR", null, null, "EUR"));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return Json.mapper().readTree(text);
  }
}
