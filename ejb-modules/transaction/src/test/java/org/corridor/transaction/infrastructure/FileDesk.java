package org.corridor.transaction.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.corridor.kernel.Caller;
import org.corridor.transaction.application.RequestKeys;
import org.corridor.transaction.application.file.FileChunks;
import org.corridor.transaction.application.file.FileJob;
import org.corridor.transaction.application.file.FileMeter;
import org.corridor.transaction.application.file.FileOutcome;
import org.corridor.transaction.application.file.FileResult;
import org.corridor.transaction.application.file.FileSettings;
import org.corridor.transaction.application.file.ForgetFileContents;
import org.corridor.transaction.application.file.PayFileChunk;
import org.corridor.transaction.application.file.ReadTransferFiles;
import org.corridor.transaction.application.file.ReceiveTransferFile;
import org.corridor.transaction.application.file.ReceiveTransferFile.Sender;
import org.corridor.transaction.application.file.RunTransferFile;
import org.corridor.transaction.application.file.SteerTransferFile;
import org.corridor.transaction.application.file.TransferChunk;
import org.corridor.transaction.application.file.TransferFiles;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.TransferBatch.State;
import org.corridor.transaction.domain.file.Counts;
import org.corridor.transaction.domain.file.TransferFile;
import org.corridor.transaction.domain.file.TransferFile.Format;
import org.corridor.transaction.domain.file.TransferFile.Status;
import org.corridor.transaction.infrastructure.file.JdbcFileChunks;
import org.corridor.transaction.infrastructure.file.JdbcTransferFiles;
import org.corridor.transaction.infrastructure.file.StreamedFiles;

/** The use cases of files, with a job that needs no container: it pays a chunk after the other. */
final class FileDesk implements FileJob, FileMeter {

  static final int CHUNK = 4;

  private final World world;
  final FileChunks chunks;
  private final TransferFiles files;
  final PayFileChunk payment;
  final ReceiveTransferFile receiving;
  final ReadTransferFiles reading;
  final SteerTransferFile steering;
  final RunTransferFile runs;
  final ForgetFileContents forgetting;
  final Map<String, Integer> counted = new ConcurrentHashMap<>();
  private volatile Runnable betweenChunks = () -> {};

  FileDesk(World world, TransactionDatabase database, RequestKeys keys) {
    this.world = world;
    var settings = new FileSettings(1_000, CHUNK, 50, 1, Duration.ZERO, Duration.ofDays(30));
    var clock = world.clock;
    var units = world.units;
    chunks = new JdbcFileChunks(database);
    files = new JdbcTransferFiles(database);
    payment =
        new PayFileChunk(
            units,
            files,
            chunks,
            world.stored,
            new TransferChunk(world.ledger, world.batches.money()),
            settings,
            this,
            clock);
    receiving =
        new ReceiveTransferFile(units, keys, files, new StreamedFiles(), settings, this, clock);
    reading = new ReadTransferFiles(units, files, chunks, world.stored);
    steering = new SteerTransferFile(units, files, this, clock);
    runs = new RunTransferFile(units, files, this, this, clock);
    forgetting = new ForgetFileContents(units, chunks, settings, clock);
  }

  @Override
  public void run(TransferFile file) {
    var next = payment.next(file.id(), 0);
    while (next.isPresent()) {
      payment.pay(file.id(), next.getAsInt());
      betweenChunks.run();
      next = payment.next(file.id(), next.getAsInt() + 1);
    }
  }

  void betweenChunks(Runnable happens) {
    betweenChunks = happens;
  }

  @Override
  public void count(Status status) {
    counted.merge(status.name(), 1, Integer::sum);
  }

  @Override
  public void count(Counts transfers) {
    counted.merge("paid", transfers.paid(), Integer::sum);
  }

  static String csv(List<String> rows) {
    return "source_account,destination_account,amount,currency,reference\n"
        + String.join("\n", rows);
  }

  FileOutcome send(Caller who, String key, String csv) {
    return receiving.receive(
        new Sender(who, key, "/transfer-files", "correlation"),
        Format.CSV,
        new ByteArrayInputStream(csv.getBytes(UTF_8)));
  }

  TransferFile sent(Caller who, String csv) {
    var outcome = send(who, UUID.randomUUID().toString(), csv);
    assertThat(outcome).isInstanceOf(FileOutcome.Taken.class);
    return ((FileOutcome.Taken) outcome).file();
  }

  TransferFile read(UUID id) {
    return reading.find(world.admin, id).orElseThrow();
  }

  List<FileResult> results(UUID id) {
    var all = new ArrayList<FileResult>();
    var page = reading.results(world.admin, id, 0, 3).orElseThrow();
    while (!page.isEmpty()) {
      all.addAll(page);
      page = reading.results(world.admin, id, all.size(), 3).orElseThrow();
    }
    return all;
  }

  List<State> states(UUID id) {
    return results(id).stream().map(one -> one.item().map(Item::state).orElse(null)).toList();
  }

  /** As the servers do, second by second, with lost orders found again between. */
  void runUntilDone(UUID id) {
    for (var turn = 0; turn < 20 && read(id).status().isOpen(); turn++) {
      world.clock.advance(Duration.ofSeconds(100));
      world.batchReconciliation.reconcileOnce();
      runs.due(10).forEach(runs::run);
    }
    assertThat(read(id).status()).isEqualTo(Status.DONE);
  }
}
