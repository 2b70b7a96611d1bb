package org.corridor.transaction.application.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.corridor.kernel.Caller;
import org.corridor.platform.id.Ids;
import org.corridor.platform.idempotency.Claim;
import org.corridor.transaction.application.RequestKey;
import org.corridor.transaction.application.RequestKeys;
import org.corridor.transaction.application.TransactionClock;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.file.TransferFile;
import org.corridor.transaction.domain.file.TransferFile.Format;

/**
 * Takes a file of transfers in, as a whole or not at all. It is read before the database is asked:
 * a sender that is slow holds no connection.
 */
@ApplicationScoped
public class ReceiveTransferFile {

  private static final String SUBJECT_PREFIX = "transfer-file/";

  private final UnitOfWork units;
  private final RequestKeys keys;
  private final TransferFiles files;
  private final TransferFileReader reader;
  private final FileSettings settings;
  private final FileMeter meter;
  private final Clock clock;
  private final Semaphore uploads;

  /** For the container's proxy. */
  protected ReceiveTransferFile() {
    this(null, null, null, null, new FileSettings(1, 1, 1, 1, null, null), null, null);
  }

  @Inject
  public ReceiveTransferFile(
      UnitOfWork units,
      RequestKeys keys,
      TransferFiles files,
      TransferFileReader reader,
      FileSettings settings,
      FileMeter meter,
      @TransactionClock Clock clock) {
    this.units = units;
    this.keys = keys;
    this.files = files;
    this.reader = reader;
    this.settings = settings;
    this.meter = meter;
    this.clock = clock;
    this.uploads = new Semaphore(settings.uploads());
  }

  /**
   * Who hands a file in.
   *
   * @param key its idempotency key
   * @param path of the request
   */
  public record Sender(Caller caller, String key, String path, String correlationId) {}

  /**
   * @param body read to its end, unless the file is malformed
   */
  public FileOutcome receive(Sender sender, Format format, InputStream body) {
    if (!uploads.tryAcquire()) {
      return new FileOutcome.TooBusy();
    }
    try {
      return read(sender, format, body);
    } finally {
      uploads.release();
    }
  }

  private FileOutcome read(Sender sender, Format format, InputStream body) {
    var digest = sha256();
    digest.update((sender.path() + '\n' + format + '\n').getBytes(UTF_8));
    var contents = new FileContents(settings.chunkSize());
    var now = clock.instant();
    var bounds =
        new TransferFileReader.Bounds(
            settings.maxTransfers(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    var faults = reader.read(format, new DigestInputStream(body, digest), bounds, contents);
    if (!faults.isEmpty()) {
      return new FileOutcome.Malformed(faults);
    }
    var caller = sender.caller();
    var key =
        new RequestKey(caller.subject(), sender.key(), HexFormat.of().formatHex(digest.digest()));
    var file =
        TransferFile.received(
            Ids.next(),
            format,
            contents.total(),
            settings.chunkSize(),
            new Making(caller.subject(), now, sender.correlationId()));
    var outcome = units.within(() -> keep(key, file, caller, contents));
    if (outcome instanceof FileOutcome.Taken taken && !taken.replayed()) {
      meter.count(file.status());
    }
    return outcome;
  }

  private FileOutcome keep(
      RequestKey key, TransferFile file, Caller caller, FileContents contents) {
    var claim = keys.claim(key);
    if (claim instanceof Claim.OtherRequest) {
      return new FileOutcome.KeyReused();
    }
    if (claim instanceof Claim.StillRunning) {
      return new FileOutcome.KeyInUse();
    }
    if (claim instanceof Claim.Begun begun) {
      var id = UUID.fromString(begun.subject().substring(SUBJECT_PREFIX.length()));
      return new FileOutcome.Taken(files.find(id).orElseThrow(), true);
    }
    files.add(file, new FileOrder(caller, key.fingerprint()), contents.chunks());
    keys.keep(key, SUBJECT_PREFIX + file.id());
    return new FileOutcome.Taken(file, false);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
