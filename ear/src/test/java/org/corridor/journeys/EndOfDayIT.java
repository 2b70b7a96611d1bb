package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.corridor.account.infrastructure.ledger.OldMoney;
import org.corridor.dev.Context;
import org.corridor.dev.demo.Answer;
import org.corridor.kernel.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The server is killed while a month ends: it ends all the same, and every account is paid once.
 */
@ExtendWith(House.Key.class)
class EndOfDayIT {

  private static final String RUNS = "/api/account/v1/end-of-day-runs";
  private static final int ACCOUNTS = 4_000;
  private static final Instant YEARS_AGO = Instant.parse("2024-01-10T12:00:00Z");
  private static final LocalDate END_OF_MONTH = LocalDate.of(2024, 1, 31);
  private static final Duration READY = Duration.ofMinutes(3);
  private static final Duration ENDED = Duration.ofMinutes(3);

  private static final String BOOKED =
      "select count(*) from interest_payment where booked_at is not null and account_id = any (?)";
  private static final String PAID =
      "select count(*) from account_balance where booked = 1000082 and account_id = any (?)";
  private static final String JOURNALS =
      "select count(*) from journal join entry on journal_id = id and kind = 'CREDIT_INTEREST'"
          + " where account_id = any (?)";

  private final House house;
  private final Bank bank;
  private final PGSimpleDataSource database;

  EndOfDayIT(House house) {
    this.house = house;
    this.bank = new Bank(house);
    this.database = database(house);
  }

  private static PGSimpleDataSource database(House house) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(
        new int[] {Integer.parseInt(house.services().environment().get("CORRIDOR_DB_PORT"))});
    source.setDatabaseName("account");
    source.setUser("account_app");
    source.setPassword(
        house.services().environment(Context.ACCOUNT).get("CORRIDOR_DB_ACCOUNT_APP_PASSWORD"));
    return source;
  }

  @Test
  @Tag("distributed")
  void aMonthEndsThoughItsServerIsKilled() throws InterruptedException {
    var accounts =
        new OldMoney(database)
            .accounts(aProduct(), ACCOUNTS, Money.of(10_000_00, "EUR"), YEARS_AGO);
    var operator = house.as("admin");

    var run = operator.post(RUNS, "{\"businessDate\":\"" + END_OF_MONTH + "\"}").expect(202);
    var path = RUNS + "/" + run.text("/id");
    var bookedBefore = awaitSomeBooked(accounts);
    var server = house.server(Context.ACCOUNT);
    server.kill();
    server.start();
    server.awaitReady(READY);
    var ended = awaitEnd(path);

    assertThat(bookedBefore).as("killed in the middle").isLessThan(ACCOUNTS);
    assertThat(ended.text("/status")).as(ended.body()).isEqualTo("DONE");
    assertThat(ended.json().at("/attempts").asInt()).isGreaterThan(1);
    assertThat(count(BOOKED, accounts)).isEqualTo(ACCOUNTS);
    // three percent of 10,000.00 for a day, half to even
    assertThat(count(PAID, accounts)).isEqualTo(ACCOUNTS);
    assertThat(count(JOURNALS, accounts)).isEqualTo(ACCOUNTS);
    assertThat(bank.booksBalance()).isTrue();
  }

  private UUID aProduct() {
    var product =
        """
        {"code":"SAVINGS-3","name":"Savings at three percent","kind":"SAVINGS","currency":"EUR",
         "interest":{"creditRate":"3","dayCount":"ACT/365F","capitalisation":"MONTHLY"}}""";
    return UUID.fromString(
        house.as("admin").post("/api/account/v1/products", product).expect(201).text("/id"));
  }

  private long awaitSomeBooked(List<UUID> accounts) throws InterruptedException {
    var deadline = Instant.now().plus(ENDED);
    var booked = count(BOOKED, accounts);
    while (booked == 0) {
      assertThat(Instant.now()).as("nothing is booked").isBefore(deadline);
      Thread.sleep(5);
      booked = count(BOOKED, accounts);
    }
    return booked;
  }

  private Answer awaitEnd(String path) throws InterruptedException {
    var deadline = Instant.now().plus(ENDED);
    var run = house.as("admin").get(path).expect(200);
    while (run.json().at("/finishedAt").isMissingNode()) {
      assertThat(Instant.now()).as(run.body()).isBefore(deadline);
      Thread.sleep(250);
      run = house.as("admin").get(path).expect(200);
    }
    return run;
  }

  private long count(String sql, List<UUID> accounts) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("uuid", accounts.toArray()));
      try (var rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
