package org.corridor.transaction.infrastructure.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.transaction.application.file.FileMeter;
import org.corridor.transaction.domain.TransferBatch.State;
import org.corridor.transaction.domain.file.Counts;
import org.corridor.transaction.domain.file.TransferFile.Status;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Tells monitoring what becomes of files of transfers. */
@ApplicationScoped
public class FileMetrics implements FileMeter {

  private static final Metadata OPEN =
      Metadata.builder()
          .withName("corridor_transaction_files_open")
          .withDescription("files that wait or are being paid, of all replicas")
          .build();
  private static final Metadata FILES =
      Metadata.builder()
          .withName("corridor_transaction_files")
          .withDescription("files that came to a status; FAILED waits for somebody")
          .build();
  private static final Metadata TRANSFERS =
      Metadata.builder()
          .withName("corridor_transaction_files_transfers")
          .withDescription("transfers of files that came to an end")
          .build();

  private final MetricRegistry registry;
  private volatile long open;

  /** For the container's proxy. */
  protected FileMetrics() {
    this(null);
  }

  @Inject
  public FileMetrics(MetricRegistry registry) {
    this.registry = registry;
  }

  void watch() {
    registry.gauge(OPEN, this, FileMetrics::open);
  }

  void tellOpen(long now) {
    open = now;
  }

  private long open() {
    return open;
  }

  @Override
  public void count(Status status) {
    registry.counter(FILES, new Tag("status", status.name())).inc();
  }

  @Override
  public void count(Counts transfers) {
    count(State.PAID, transfers.paid());
    count(State.DECLINED, transfers.declined());
    count(State.REFUSED, transfers.refused());
    count(State.AWAITING_APPROVAL, transfers.awaitingApproval());
  }

  private void count(State state, int times) {
    if (times > 0) {
      registry.counter(TRANSFERS, new Tag("status", state.name())).inc(times);
    }
  }
}
