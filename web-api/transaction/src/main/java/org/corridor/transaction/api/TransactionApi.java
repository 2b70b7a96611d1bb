package org.corridor.transaction.api;

import jakarta.ws.rs.ApplicationPath;
import java.util.Set;
import org.corridor.web.CorridorApplication;

/** The transaction context over HTTP: {@code /api/transaction/v1}. */
@ApplicationPath("/v1")
public class TransactionApi extends CorridorApplication {

  public TransactionApi() {
    super(
        TransactionSecurity.class,
        Set.of(
            TransfersResource.class,
            TransferBatchesResource.class,
            TransferFilesResource.class,
            CashResource.class,
            TransactionsResource.class,
            DecisionsResource.class,
            LimitsResource.class,
            LimitSettingsResource.class,
            DeadLettersResource.class,
            PaymentsResource.class,
            SagasResource.class,
            Failures.OfUnavailableLedger.class));
  }
}
