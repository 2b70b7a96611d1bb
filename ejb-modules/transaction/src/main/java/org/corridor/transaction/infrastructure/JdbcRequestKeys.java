package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.UUID;
import org.corridor.platform.idempotency.Claim;
import org.corridor.platform.idempotency.IdempotencyKeys;
import org.corridor.transaction.application.RequestKey;
import org.corridor.transaction.application.RequestKeys;

/** The platform's idempotency keys, in this context's database; a subject is a stream. */
@ApplicationScoped
public class JdbcRequestKeys implements RequestKeys {

  private final TransactionDatabase database;
  private final IdempotencyKeys keys = new IdempotencyKeys();

  /** For the container's proxy. */
  protected JdbcRequestKeys() {
    this(null);
  }

  @Inject
  public JdbcRequestKeys(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public Claim claim(RequestKey key) {
    return database.sql(
        connection -> keys.claim(connection, key.caller(), key.key(), fingerprint(key)));
  }

  @Override
  public void begin(RequestKey key, UUID transactionId) {
    keep(key, TransactionEvents.stream(transactionId));
  }

  @Override
  public void keep(RequestKey key, String subject) {
    database.sql(
        connection -> {
          keys.begin(connection, key.caller(), key.key(), fingerprint(key), subject);
          return null;
        });
  }

  @Override
  public UUID transactionOf(String subject) {
    return TransactionEvents.transactionId(subject);
  }

  private static byte[] fingerprint(RequestKey key) {
    return HexFormat.of().parseHex(key.fingerprint());
  }
}
