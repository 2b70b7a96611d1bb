package org.corridor.account.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.File;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.corridor.account.application.EndOfDayJob;
import org.corridor.account.application.EndOfDayRun;
import org.corridor.account.application.EndOfDayRuns;
import org.corridor.account.application.LedgerAudit;
import org.corridor.account.domain.endofday.DayStatus;
import org.corridor.account.infrastructure.ledger.PastLedger;
import org.corridor.platform.id.Ids;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The batch job on the real server, run twice at once, and broken off between two chunks. */
@ExtendWith(ArquillianExtension.class)
class EndOfDayInContainerIT {

  private static final Instant LONG_AGO = Instant.parse("2024-01-10T12:00:00Z");
  private static final int ACCOUNTS = 1_200;

  @Inject private EndOfDayJob job;
  @Inject private EndOfDayRuns runs;
  @Inject private LedgerAudit audit;

  @Resource(lookup = "jdbc/account-ledger")
  private DataSource dataSource;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService threads;

  @Deployment
  static WebArchive theWarAsItIsBuilt() {
    return ShrinkWrap.createFromZipFile(
            WebArchive.class, new File(System.getProperty("corridor.test.archive")))
        .addClass(EndOfDayInContainerIT.class)
        .addClass(DyingBook.class)
        .addClass(PastLedger.class)
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
  }

  @AfterEach
  void theBooksBalance() {
    assertThat(audit.verify().problems()).isEmpty();
  }

  private static EndOfDayRun aRun(LocalDate day) {
    return new EndOfDayRun(
        Ids.next(),
        day,
        DayStatus.REQUESTED,
        "test",
        "in-container",
        Instant.now(),
        null,
        null,
        0,
        null,
        null,
        List.of(),
        null);
  }

  private EndOfDayRun ended(UUID id) throws InterruptedException {
    var deadline = Instant.now().plusSeconds(120);
    var run = runs.find(id).orElseThrow();
    while (run.status().isOpen()) {
      assertThat(Instant.now()).as(run.toString()).isBefore(deadline);
      Thread.sleep(200);
      run = runs.find(id).orElseThrow();
    }
    return run;
  }

  private static long read(EndOfDayRun run, String step) {
    return run.steps().stream().filter(s -> s.name().equals(step)).findFirst().orElseThrow().read();
  }

  @Test
  void aMonthEndsOnceThoughTwoEndItAtTheSameTime() throws Exception {
    var past = new PastLedger(dataSource);
    var accounts = past.accounts(past.aProduct(null), 600, 10_000_00, LONG_AGO);
    var day = LocalDate.of(2024, 1, 31);
    Callable<Void> replica =
        () -> {
          job.run(aRun(day));
          return null;
        };

    for (var done : threads.invokeAll(List.of(replica, replica, replica))) {
      done.get();
    }

    // 82.19 cents a day, for the one day that was ended
    for (var account : List.of(accounts.get(0), accounts.get(599))) {
      assertThat(past.number("select booked from account_balance where account_id = ?", account))
          .isEqualTo(10_000_82);
    }
    assertThat(
            past.number(
                "select count(*) from interest_payment where booked_at is not null"
                    + " and account_id = any (?)",
                (Object) accounts.toArray(new UUID[0])))
        .isEqualTo(600);
  }

  @Test
  void aDayThatWasBrokenOffGoesOnAtItsCheckpoint() throws Exception {
    var past = new PastLedger(dataSource);
    var product = past.aProduct(null);
    past.accounts(product, ACCOUNTS, 1_000_00, LONG_AGO);
    var last = runs.calendar().last();
    var run = aRun(last == null ? LocalDate.of(2024, 2, 1) : last.plusDays(1));
    DyingBook.CHUNKS_LEFT.set(1);

    assertThat(runs.add(run)).isTrue();
    var ended = ended(run.id());

    assertThat(ended.status()).as(ended.toString()).isEqualTo(DayStatus.DONE);
    assertThat(ended.attempts()).isEqualTo(2);
    var all =
        past.number(
            "select count(*) from interest_accrual where business_date = ?", run.businessDate());
    assertThat(
            past.number(
                "select count(*) from interest_accrual join account on account.id = account_id"
                    + " where business_date = ? and product_id = ?",
                run.businessDate(),
                product))
        .isEqualTo(ACCOUNTS);
    // one chunk was dealt with before, and is not read again
    assertThat(read(ended, "accrue")).isEqualTo(all - 500);
    assertThat(ended.summary().accrued()).isEqualTo(all);
  }
}
