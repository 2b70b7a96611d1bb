package org.corridor.transaction.infrastructure;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.transaction.infrastructure.FileDesk.csv;
import static org.corridor.transaction.infrastructure.World.atOnce;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.transaction.application.file.FileJob.FileNotPaid;
import org.corridor.transaction.application.file.FileOutcome;
import org.corridor.transaction.application.file.FileResult;
import org.corridor.transaction.application.file.FileSteering;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.TransferBatch.Fault;
import org.corridor.transaction.domain.TransferBatch.State;
import org.corridor.transaction.domain.file.Counts;
import org.corridor.transaction.domain.file.TransferFile;
import org.corridor.transaction.infrastructure.FakeLedger.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of transfers on a real database: what they come to, what heals, and who may do what. */
class TransferFileUseCasesTest {

  private static final int MANY = 20;

  private final World world = new World();
  private final FileDesk files = world.files;

  @BeforeEach
  void annaHasMoney() {
    world.ledger.setBalance(world.annas, 100_00);
  }

  @AfterEach
  void theRowsAreWhatTheEventsSay() {
    assertThat(world.projection.compare()).isEmpty();
  }

  private String row(String euros) {
    return "DE01," + world.bens.id() + "," + euros + ",EUR,rent";
  }

  private long events(String type) {
    return world.count("select count(*) from event where type = 'transaction." + type + "'");
  }

  @Test
  void eachTransferHasItsResultInTheOrderOfTheFile() {
    var file =
        files.sent(
            world.anna,
            csv(
                List.of(
                    row("10.00"),
                    "DE01,DE02,20.00,EUR,",
                    "DE01,DE99,1.00,EUR,",
                    row("90.00"),
                    "DE02,DE01,1.00,EUR,not hers",
                    "DE98,DE02,1.00,EUR,",
                    "DE01,DE02,0.00,EUR,",
                    "DE01,DE01,1.00,EUR,",
                    row("70.00"))));

    files.runUntilDone(file.id());

    assertThat(files.states(file.id()))
        .containsExactly(
            State.PAID,
            State.PAID,
            State.REFUSED,
            State.DECLINED,
            State.REFUSED,
            State.REFUSED,
            State.REFUSED,
            State.REFUSED,
            State.PAID);
    assertThat(files.results(file.id())).extracting(FileResult::number).startsWith(1, 2, 3);
    assertThat(files.results(file.id()))
        .extracting(one -> one.item().map(item -> item.fault()).map(Fault::code).orElse(""))
        .containsExactly(
            "",
            "",
            "unknown-account",
            "insufficient-funds",
            "unknown-account",
            "unknown-account",
            "amount-not-positive",
            "same-account",
            "");
    assertThat(files.read(file.id()).counts()).isEqualTo(new Counts(3, 1, 5, 0));
    assertThat(world.ledger.balance(world.annas)).isZero();
    assertThat(events("file-received.v1")).isEqualTo(1);
    assertThat(events("file-finished.v1")).isEqualTo(1);
    assertThat(files.counted).containsEntry("RECEIVED", 1).containsEntry("DONE", 1);
    assertThat(files.counted).containsEntry("paid", 3);
  }

  @Test
  void whatIsAboveALimitAwaitsApproval() {
    var clerk = World.staff("clerk", "BER", 5_00);
    var file = files.sent(clerk, csv(List.of(row("4.00"), row("6.00"))));

    files.runUntilDone(file.id());

    assertThat(files.states(file.id())).containsExactly(State.PAID, State.AWAITING_APPROVAL);
    assertThat(files.read(file.id()).counts()).isEqualTo(new Counts(1, 0, 0, 1));
    var waiting = files.results(file.id()).get(1).item().orElseThrow().transactionId();
    assertThat(world.read(waiting).status()).isEqualTo(Status.AWAITING_APPROVAL);
  }

  @Test
  void aMalformedFileLeavesNothingAndFreesItsKey() {
    var bad = files.send(world.anna, "k", csv(List.of(row("1.00"), "DE01,DE02,x,EUR,")));

    assertThat(bad).isInstanceOf(FileOutcome.Malformed.class);
    assertThat(world.count("select count(*) from transfer_file")).isZero();
    assertThat(files.send(world.anna, "k", csv(List.of(row("1.00")))))
        .isInstanceOf(FileOutcome.Taken.class);
  }

  @Test
  void theSameKeyIsAnsweredWithTheSameFileAndOtherContentsAreRefused() {
    var content = csv(List.of(row("1.00")));
    var first = (FileOutcome.Taken) files.send(world.anna, "k", content);
    files.runUntilDone(first.file().id());

    var again = files.send(world.anna, "k", content);

    assertThat(again).isEqualTo(new FileOutcome.Taken(files.read(first.file().id()), true));
    assertThat(files.send(world.anna, "k", csv(List.of(row("1.01")))))
        .isEqualTo(new FileOutcome.KeyReused());
    assertThat(files.send(world.ben, "k", content)).isNotEqualTo(again);
    assertThat(world.ledger.balance(world.bens)).isEqualTo(1_00);
  }

  @Test
  void theSameFileSentByManyAtOnceIsOneFile() {
    var content = csv(nCopies(10, row("1.00")));

    var outcomes = atOnce(MANY, i -> () -> files.send(world.anna, "k", content));

    assertThat(outcomes)
        .allMatch(o -> o instanceof FileOutcome.Taken || o instanceof FileOutcome.KeyInUse);
    assertThat(world.count("select count(*) from transfer_file")).isEqualTo(1);
    assertThat(files.counted).containsEntry("RECEIVED", 1);
  }

  @Test
  void aFileThatManyRunAtOnceIsPaidOnce() {
    var file = files.sent(world.anna, csv(nCopies(25, row("1.00"))));

    atOnce(
        8,
        i ->
            () -> {
              files.runs.run(file.id());
              return null;
            });
    files.runUntilDone(file.id());

    assertThat(files.states(file.id())).hasSize(25).containsOnly(State.PAID);
    assertThat(files.read(file.id()).counts()).isEqualTo(new Counts(25, 0, 0, 0));
    assertThat(world.ledger.journals()).isEqualTo(25);
    assertThat(world.ledger.balance(world.bens)).isEqualTo(25_00);
    assertThat(world.count("select count(*) from transfer_batch")).isEqualTo(7);
    assertThat(events("paid.v1")).isEqualTo(25);
    assertThat(events("file-finished.v1")).isEqualTo(1);
  }

  @Test
  void aChunkThatManyPayAtOnceIsBegunAndCountedOnce() {
    for (var round = 0; round < 10; round++) {
      world.ledger.setBalance(world.annas, 3_00);
      var file = files.sent(world.anna, csv(nCopies(4, row("1.00"))));
      files.runs.due(1).forEach(id -> assertThat(id).isEqualTo(file.id()));
      world.execute("update transfer_file set status = 'RUNNING' where id = '" + file.id() + "'");

      atOnce(
          8,
          i ->
              () -> {
                try {
                  files.payment.pay(file.id(), 0);
                } catch (FileNotPaid slower) {
                  // another has begun it: that one goes on
                }
                return null;
              });
      files.runUntilDone(file.id());

      assertThat(files.read(file.id()).counts()).isEqualTo(new Counts(3, 1, 0, 0));
    }
    assertThat(world.ledger.balance(world.bens)).isEqualTo(30_00);
    assertThat(world.count("select count(*) from transfer_batch")).isEqualTo(10);
    assertThat(world.count("select count(*) from transaction")).isEqualTo(40);
  }

  @Test
  void filesThatTogetherExceedTheBalanceNeverOverdrawIt() {
    var first = files.sent(world.anna, csv(nCopies(60, row("1.00"))));
    var second = files.sent(world.anna, csv(nCopies(60, row("1.00"))));

    atOnce(
        2,
        i ->
            () -> {
              files.runs.run(i == 0 ? first.id() : second.id());
              return null;
            });
    files.runUntilDone(first.id());
    files.runUntilDone(second.id());

    var states = new ArrayList<>(files.states(first.id()));
    states.addAll(files.states(second.id()));
    assertThat(states).filteredOn(State.PAID::equals).hasSize(100);
    assertThat(states).filteredOn(State.DECLINED::equals).hasSize(20);
    assertThat(world.ledger.balance(world.annas)).isZero();
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(100_00);
  }

  @Test
  void aFileGoesOnThoughTheLedgerIsSilentInTheMiddle() {
    var file = files.sent(world.anna, csv(nCopies(12, row("1.00"))));
    files.betweenChunks(() -> world.ledger.meets(Trouble.POSTED_BUT_NOT_ANSWERED));
    files.runs.run(file.id());
    var broken = files.read(file.id());
    assertThat(broken.status()).isEqualTo(TransferFile.Status.RUNNING);
    assertThat(broken.counts().done()).isEqualTo(4);
    assertThat(broken.trouble().attempts()).isEqualTo(1);
    assertThat(files.states(file.id())).contains(State.PAID, State.ORDERED, null);

    files.betweenChunks(() -> {});
    world.ledger.meets(Trouble.NONE);
    files.runUntilDone(file.id());

    assertThat(files.states(file.id())).hasSize(12).containsOnly(State.PAID);
    assertThat(world.ledger.journals()).isEqualTo(12);
    assertThat(files.read(file.id()).trouble().why()).isNull();
  }

  @Test
  void aChunkThatWasPaidBeforeTheServerDiedIsFoundAlsoWhenItsKeyIsForgotten() {
    var file = files.sent(world.anna, csv(nCopies(4, row("1.00"))));
    files.runs.run(file.id());
    // as if the server had died before it counted the chunk, and came back days later
    world.execute(
        "update transfer_file_chunk set done_at = null;"
            + "update transfer_file set status = 'RUNNING', paid = 0, finished_at = null;"
            + "delete from event where stream = 'transfer-file/"
            + file.id()
            + "' and version = 2;"
            + "delete from idempotency_key");

    files.runUntilDone(file.id());

    assertThat(files.read(file.id()).counts()).isEqualTo(new Counts(4, 0, 0, 0));
    assertThat(world.ledger.journals()).isEqualTo(4);
  }

  @Test
  void aStoppedFileRestsUntilItIsResumed() {
    var file = files.sent(world.anna, csv(nCopies(12, row("1.00"))));
    files.betweenChunks(() -> files.steering.stop(world.anna, file.id()));
    files.runs.run(file.id());
    files.betweenChunks(() -> {});

    var stopped = files.read(file.id());
    assertThat(stopped.status()).isEqualTo(TransferFile.Status.STOPPED);
    assertThat(stopped.counts().paid()).isEqualTo(4);
    assertThat(files.runs.due(10)).isEmpty();
    files.runs.run(file.id());
    assertThat(files.read(file.id())).isEqualTo(stopped);

    assertThat(files.steering.resume(world.anna, file.id()))
        .isInstanceOf(FileSteering.Steered.class);
    files.runUntilDone(file.id());
    assertThat(world.ledger.balance(world.bens)).isEqualTo(12_00);
    assertThat(files.steering.stop(world.anna, file.id()))
        .isEqualTo(new FileSteering.AlreadyDone());
    assertThat(files.steering.resume(world.anna, file.id()))
        .isEqualTo(new FileSteering.AlreadyDone());
  }

  @Test
  void aFileIsItsMakersAndOfStaffOfNoBranch() {
    var file = files.sent(world.anna, csv(List.of(row("1.00"))));

    for (var stranger : List.of(world.ben, world.agent, world.teller)) {
      assertThat(files.reading.find(stranger, file.id())).isEmpty();
      assertThat(files.reading.results(stranger, file.id(), 0, 1)).isEmpty();
      assertThat(files.reading.list(stranger, null, 10)).isEmpty();
      assertThat(files.steering.stop(stranger, file.id())).isEqualTo(new FileSteering.NotFound());
      assertThat(files.steering.resume(stranger, file.id())).isEqualTo(new FileSteering.NotFound());
    }
    assertThat(files.reading.find(world.anna, file.id())).isPresent();
    assertThat(files.reading.find(world.admin, file.id())).isPresent();
    assertThat(files.steering.stop(world.admin, file.id()))
        .isInstanceOf(FileSteering.Steered.class);
  }

  @Test
  void onesOwnFilesAreListedTheNewestFirst() {
    var ids = new ArrayList<UUID>();
    for (var nth = 0; nth < 3; nth++) {
      ids.add(0, files.sent(world.anna, csv(List.of(row("1.00")))).id());
    }
    files.sent(world.ben, csv(List.of(row("1.00"))));

    assertThat(files.reading.list(world.anna, null, 2))
        .extracting(TransferFile::id)
        .isEqualTo(ids.subList(0, 2));
    assertThat(files.reading.list(world.anna, ids.get(1), 2))
        .extracting(TransferFile::id)
        .isEqualTo(ids.subList(2, 3));
  }

  @Test
  void aFileIsPaidInTheNameOfWhoSentItWhoeverResumesIt() {
    var clerk = new Caller("clerk", Set.of("transactions:create"), "MUC", null, Map.of());
    var file = files.sent(clerk, csv(List.of("DE01,DE02,1.00,EUR,not of his branch")));
    files.steering.stop(world.admin, file.id());
    files.steering.resume(world.admin, file.id());

    files.runUntilDone(file.id());

    assertThat(files.states(file.id())).containsExactly(State.REFUSED);
  }

  @Test
  void theContentsOfAnOldFileAreForgottenAndItsResultsAreNot() {
    var file = files.sent(world.anna, csv(nCopies(6, row("1.00"))));
    files.runUntilDone(file.id());
    var other = files.sent(world.anna, csv(nCopies(6, row("1.00"))));
    files.runUntilDone(other.id());

    assertThat(files.forgetting.forgetOld()).isZero();
    world.clock.advance(Duration.ofDays(31));
    var young = files.sent(world.anna, csv(nCopies(6, row("1.00"))));
    assertThat(files.forgetting.forgetOld()).isEqualTo(2);
    assertThat(files.forgetting.forgetOld()).isZero();

    assertThat(files.results(file.id())).allMatch(one -> one.transfer().isEmpty());
    assertThat(files.states(file.id())).hasSize(6).containsOnly(State.PAID);
    assertThat(files.results(young.id())).allMatch(one -> one.transfer().isPresent());
  }
}
