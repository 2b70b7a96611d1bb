package org.corridor.transaction.domain.file;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.domain.Making;

/**
 * Transfers that came in one file, each paid, declined or refused by itself.
 *
 * <pre>
 * RECEIVED -> RUNNING -> DONE
 *                |  \-> FAILED  -\
 *                \----> STOPPED --> RECEIVED
 * </pre>
 *
 * It is paid in chunks. DONE is decided by the last of them alone: a file that is stopped while its
 * last chunk is being paid is done.
 *
 * @param total how many transfers it has
 * @param chunkSize how many of them are paid together; the last chunk may have fewer
 */
public record TransferFile(
    UUID id,
    Format format,
    int total,
    int chunkSize,
    Making making,
    Status status,
    Counts counts,
    Times times,
    Trouble trouble) {

  /** After so many attempts in a row without a chunk that was paid it waits for somebody. */
  public static final int MAX_ATTEMPTS = 10;

  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** What it is written in. */
  public enum Format {
    CSV,
    PAIN_001
  }

  /** Where it stands. */
  public enum Status {
    RECEIVED,
    RUNNING,
    /** Somebody has stopped it. */
    STOPPED,
    /** It has failed again and again. */
    FAILED,
    DONE;

    public boolean isOpen() {
      return this == RECEIVED || this == RUNNING;
    }
  }

  /**
   * When it was first run, and when it was done; either may be null.
   *
   * @param startedAt not changed by a resumption
   */
  public record Times(Instant startedAt, Instant finishedAt) {

    static final Times NONE = new Times(null, null);
  }

  /**
   * What went wrong lately.
   *
   * @param attempts that failed since the last chunk that was paid
   * @param retryAt not before then
   * @param why for those who watch; null if nothing went wrong
   */
  public record Trouble(int attempts, Instant retryAt, String why) {

    static Trouble none(Instant now) {
      return new Trouble(0, now, null);
    }
  }

  public TransferFile {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(making, "making");
    if (total < 1 || chunkSize < 1) {
      throw new IllegalArgumentException("a file has transfers");
    }
    if ((status == Status.DONE) != (counts.done() == total)
        || (status == Status.DONE) != (times.finishedAt() != null)) {
      throw new IllegalArgumentException("done, or not");
    }
  }

  public static TransferFile received(
      UUID id, Format format, int total, int chunkSize, Making making) {
    return new TransferFile(
        id,
        format,
        total,
        chunkSize,
        making,
        Status.RECEIVED,
        Counts.NONE,
        Times.NONE,
        Trouble.none(making.at()));
  }

  public int chunks() {
    return (total + chunkSize - 1) / chunkSize;
  }

  /** Empty if it is not to be run now. */
  public Optional<TransferFile> run(Instant at) {
    if (!status.isOpen() || trouble.retryAt().isAfter(at)) {
      return Optional.empty();
    }
    var started = times.startedAt() == null ? new Times(at, null) : times;
    return Optional.of(with(Status.RUNNING, counts, started, trouble));
  }

  /** One more of its chunks is paid, whatever has become of the file meanwhile. */
  public TransferFile paid(Counts chunk, Instant at) {
    var now = counts.plus(chunk);
    if (now.done() > total) {
      throw new IllegalStateException("more is paid of " + id + " than it has");
    }
    return now.done() == total
        ? with(Status.DONE, now, new Times(times.startedAt(), at), Trouble.none(at))
        : with(status, now, times, Trouble.none(at));
  }

  /** A run broke off. */
  public TransferFile failed(String why, Instant at) {
    if (status != Status.RUNNING) {
      return this;
    }
    var attempts = trouble.attempts() + 1;
    return with(
        attempts < MAX_ATTEMPTS ? Status.RUNNING : Status.FAILED,
        counts,
        times,
        new Trouble(attempts, at.plus(PAUSE.multipliedBy(attempts)), why));
  }

  /** Empty if it is done; stopping what is stopped changes nothing. */
  public Optional<TransferFile> stop() {
    if (status == Status.DONE) {
      return Optional.empty();
    }
    return Optional.of(status.isOpen() ? with(Status.STOPPED, counts, times, trouble) : this);
  }

  /** Empty if it is done; resuming what runs changes nothing. */
  public Optional<TransferFile> resume(Instant at) {
    if (status == Status.DONE) {
      return Optional.empty();
    }
    return Optional.of(
        status.isOpen() ? this : with(Status.RECEIVED, counts, times, Trouble.none(at)));
  }

  private TransferFile with(Status now, Counts paid, Times when, Trouble problems) {
    return new TransferFile(id, format, total, chunkSize, making, now, paid, when, problems);
  }
}
