package org.corridor.auth.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.corridor.auth.infrastructure.AuthDataSource;
import org.corridor.kernel.Caller;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;

/** Decides the idempotency key and has the effect in one transaction. */
@ApplicationScoped
public class OnceInTransaction {

  private final AuthDataSource dataSource;

  @Resource private TransactionSynchronizationRegistry transaction;

  @Inject
  public OnceInTransaction(AuthDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** For the container's proxy. */
  protected OnceInTransaction() {
    this(null);
  }

  /** An answer of 400 and above has changed nothing: what was written on the way is undone. */
  @Transactional
  public Response once(Caller caller, String key, Fingerprint request, Supplier<Response> effect) {
    var response = new Idempotency(dataSource.get()).once(caller, key, request, effect);
    if (response.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode()) {
      transaction.setRollbackOnly();
    }
    return response;
  }
}
