package org.corridor.account.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.corridor.account.api.AccountDoor.Answer;
import org.corridor.account.infrastructure.ledger.PastLedger;
import org.corridor.platform.id.Ids;
import org.corridor.testing.liberty.TokensForTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The end of the day as an operator sees it, over HTTP on the real server. */
@ExtendWith(ArquillianExtension.class)
class EndOfDayIT {

  private static final String RUNS = "end-of-day-runs";
  private static final Instant LONG_AGO = Instant.parse("2023-01-10T12:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 2, 1);

  @ArquillianResource private URL url;

  private AccountDoor door;
  private PastLedger past;

  @Deployment(testable = false)
  static WebArchive theWarAsItIsBuilt() {
    return ShrinkWrap.createFromZipFile(
        WebArchive.class, new File(System.getProperty("corridor.test.archive")));
  }

  @BeforeEach
  void anOperator() throws URISyntaxException, IOException {
    door = new AccountDoor(url.toURI());
    past = new PastLedger(ServerDatabase.dataSource());
  }

  @AfterEach
  void theBooksBalance() throws InterruptedException {
    var verification = door.checked("ledger/verifications", "").body();
    assertThat(verification.at("/report/sound").asBoolean()).as(verification.toString()).isTrue();
  }

  private static String body(LocalDate day) {
    return "{\"businessDate\":\"" + day + "\"}";
  }

  private LocalDate nextDay() {
    var latest = door.get(RUNS + "?limit=1").body().at("/items/0/businessDate");
    return latest.isMissingNode() ? FIRST_DAY : LocalDate.parse(latest.asText()).plusDays(1);
  }

  private Answer end(LocalDate day) throws InterruptedException {
    var requested = door.post(RUNS, body(day));
    assertThat(requested.status()).as(requested.body().toString()).isEqualTo(202);
    return ended(requested.id());
  }

  private Answer ended(String id) throws InterruptedException {
    var deadline = Instant.now().plusSeconds(60);
    var run = door.get(RUNS + "/" + id);
    while (!run.body().has("finishedAt")) {
      assertThat(Instant.now()).as(run.body().toString()).isBefore(deadline);
      Thread.sleep(100);
      run = door.get(RUNS + "/" + id);
    }
    assertThat(run.body().path("status").asText()).as(run.body().toString()).isEqualTo("DONE");
    return run;
  }

  @Test
  void aDayIsEndedAndWatched() throws InterruptedException {
    var accounts = past.accounts(past.aProduct(null), 3, 3_650_00, LONG_AGO);
    var day = nextDay();
    var key = UUID.randomUUID().toString();

    var requested = door.post(RUNS, body(day), key);
    assertThat(requested.status()).as(requested.body().toString()).isEqualTo(202);
    assertThat(requested.response().headers().firstValue("Location").orElseThrow())
        .endsWith(RUNS + "/" + requested.id());
    assertThat(door.post(RUNS, body(day), key).body()).isEqualTo(requested.body());
    var run = ended(requested.id()).body();

    assertThat(run.path("businessDate").asText()).isEqualTo(day.toString());
    assertThat(run.path("requestedBy").asText()).isEqualTo("admin");
    assertThat(run.path("steps"))
        .extracting(step -> step.path("name").asText() + " " + step.path("status").asText())
        .containsExactly(
            "prepare COMPLETED",
            "accrue COMPLETED",
            "capitalise COMPLETED",
            "book COMPLETED",
            "sleep COMPLETED");
    assertThat(run.at("/result/accrued").asLong()).isGreaterThanOrEqualTo(3);
    assertThat(
            past.number(
                "select count(*) from interest_accrual where business_date = ?"
                    + " and account_id = any (?)",
                day,
                accounts.toArray(new UUID[0])))
        .isEqualTo(3);
    assertThat(door.get(RUNS + "?limit=1").body().at("/items/0/id").asText())
        .isEqualTo(requested.id());
    assertThat(door.get(RUNS + "/" + Ids.next()).status()).isEqualTo(404);
  }

  @Test
  void daysThatAreNotNextAreRefusedAndNothingHappens() throws InterruptedException {
    var today = LocalDate.now(ZoneOffset.UTC);
    var day = nextDay();
    end(day);

    assertThat(door.post(RUNS, body(today)).code()).isEqualTo("business-date-not-over");
    assertThat(door.post(RUNS, body(today.plusDays(1))).code()).isEqualTo("business-date-not-over");
    assertThat(door.post(RUNS, body(day)).code()).isEqualTo("business-date-closed");
    assertThat(door.post(RUNS, body(day.minusDays(9))).code()).isEqualTo("business-date-closed");
    assertThat(door.post(RUNS, body(day.plusDays(2))).code()).isEqualTo("business-date-gap");
    assertThat(door.post(RUNS, "{}").code()).isEqualTo("malformed-request");
    assertThat(door.post(RUNS, "{\"businessDate\":\"2024-02-30\"}").status()).isEqualTo(400);
    assertThat(door.post(RUNS, "{\"businessDate\":1}").status()).isEqualTo(400);
    assertThat(nextDay()).isEqualTo(day.plusDays(1));
  }

  @Test
  void whoMayNotEndsNoDay() {
    var reader = door.as(TokensForTests.token("account", "reader", "ledger:read"));
    var bound =
        door.as(
            TokensForTests.token(
                "account", "t", "\"branch\":\"BER\",", List.of("end-of-day:run", "ledger:read")));

    assertThat(reader.post(RUNS, body(nextDay())).status()).isEqualTo(403);
    assertThat(bound.post(RUNS, body(nextDay())).status()).isEqualTo(403);
    assertThat(bound.get(RUNS).body().path("items")).isEmpty();
  }

  @Test
  void aDayThatTwentyAskForAtOnceEndsOnce() throws Exception {
    var account = past.accounts(past.aProduct(null), 1, 3_650_00, LONG_AGO).get(0);
    var day = nextDay();

    var answers = door.race(20, i -> door.post(RUNS, body(day)));

    var accepted = answers.stream().filter(answer -> answer.status() == 202).toList();
    assertThat(accepted).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 202)
        .extracting(Answer::code)
        .containsAnyOf("end-of-day-running", "business-date-closed")
        .isSubsetOf("end-of-day-running", "business-date-closed");
    ended(accepted.get(0).id());
    assertThat(
            past.number(
                "select count(*) from interest_accrual where account_id = ? and business_date = ?",
                account,
                day))
        .isEqualTo(1);
  }

  @Test
  void aDormantAccountRefusesDebitsUntilItIsReactivated() throws InterruptedException {
    var account = past.accounts(past.aProduct(90), 1, 100_00, LONG_AGO).get(0).toString();
    var path = "accounts/" + account;
    end(nextDay());

    assertThat(door.get(path).body().path("status").asText()).isEqualTo("DORMANT");
    var source = door.aSource();
    assertThat(door.transfer(Ids.next(), account, source, "1.00").code())
        .isEqualTo("account-not-open");
    assertThat(door.transfer(Ids.next(), source, account, "1.00").status()).isEqualTo(201);
    assertThat(door.post(path + "/reactivate", "").status()).isEqualTo(428);
    var awake = door.post(path + "/reactivate", "", "If-Match", door.get(path).etag());
    assertThat(awake.body().path("status").asText()).isEqualTo("ACTIVE");
    assertThat(door.post(path + "/reactivate", "", "If-Match", awake.etag()).code())
        .isEqualTo("wrong-account-status");
    assertThat(door.transfer(Ids.next(), account, source, "1.00").status()).isEqualTo(201);
    end(nextDay());
    assertThat(door.get(path).body().path("status").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void interestIsSettledBeforeAnAccountIsClosed() throws InterruptedException {
    var account = past.accounts(past.aProduct(null), 1, 3_650_00, LONG_AGO).get(0).toString();
    end(nextDay());
    assertThat(door.transfer(Ids.next(), account, door.aSource(), "3650.00").status())
        .isEqualTo(201);

    var refused = door.post("accounts/" + account + "/close", "", "If-Match", "\"1\"");

    assertThat(refused.code()).as(refused.body().toString()).isEqualTo("account-has-interest");
    settle(account);
    assertThat(door.post("accounts/" + Ids.next() + "/interest-settlements", "").status())
        .isEqualTo(404);
  }

  /** Thirty cents, once. */
  private void settle(String account) throws InterruptedException {
    var path = "accounts/" + account + "/interest-settlements";
    var key = UUID.randomUUID().toString();
    var settled = door.post(path, "", key);
    assertThat(settled.status()).as(settled.body().toString()).isEqualTo(202);
    assertThat(settled.body().at("/payments/0/amount/amount").asText()).isEqualTo("0.30");
    assertThat(door.post(path, "", key).body()).isEqualTo(settled.body());
    assertThat(door.post(path, "").body().path("payments")).isEmpty();

    var journal = "journals/" + settled.body().at("/payments/0/journalId").asText();
    var deadline = Instant.now().plusSeconds(20);
    while (door.get(journal).status() == 404 && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
    }
    assertThat(door.booked(account)).isEqualTo("0.30");
  }

  @Test
  void interestIsSeenAtAProduct() {
    var code = "I-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    var form = Examples.PRODUCT.replace("CURRENT-EUR", code);

    var created = door.post("products", form);

    assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
    assertThat(created.body().at("/interest/dayCount").asText()).isEqualTo("ACT/365F");
    assertThat(created.body().at("/interest/creditRate").asText()).isEqualTo("0.5");
    assertThat(door.get("products/" + created.id()).body()).isEqualTo(created.body());
    assertThat(door.post("products", form.replace("\"9.75\"", "\"abc\"")).code())
        .isEqualTo("malformed-request");
  }
}
