package org.corridor.notification.api.webhook;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.corridor.kernel.Caller;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;

/**
 * Runs an effect in one transaction, with the idempotency key if there is one. If its answer is a
 * refusal, everything is rolled back, so the key is free for the corrected request.
 */
@ApplicationScoped
public class OnceOnly {

  @Resource(lookup = "jdbc/notification")
  private DataSource dataSource;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Transactional
  public Response answer(
      Caller caller, String key, Fingerprint request, Supplier<Response> effect) {
    return undoneIfRefused(new Idempotency(dataSource).once(caller, key, request, effect));
  }

  /** For an effect that has the same outcome when it is asked for again. */
  @Transactional
  public Response answer(Supplier<Response> effect) {
    return undoneIfRefused(effect.get());
  }

  private Response undoneIfRefused(Response answer) {
    if (answer.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode()) {
      // not by an exception: a refusal is no failure, and the server would keep an incident of it
      transaction.setRollbackOnly();
    }
    return answer;
  }
}
