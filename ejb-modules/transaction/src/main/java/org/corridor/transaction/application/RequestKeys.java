package org.corridor.transaction.application;

import java.util.UUID;
import org.corridor.platform.idempotency.Claim;

/** The idempotency keys of this context, of which each begins one transaction. */
public interface RequestKeys {

  /** Claims a key until the unit of work ends. */
  Claim claim(RequestKey key);

  /** Binds a freshly claimed key to the transaction that it begins. */
  void begin(RequestKey key, UUID transactionId);

  /** Binds a freshly claimed key to what its request has made. */
  void keep(RequestKey key, String subject);

  /** The transaction that the subject of a claim names. */
  UUID transactionOf(String subject);
}
