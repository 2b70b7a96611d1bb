package org.corridor.account.api;

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
 * Runs an effect once for each idempotency key, in one transaction with the key. If its answer is a
 * refusal, everything is rolled back, so the key is free for the corrected request.
 */
@ApplicationScoped
public class OnceOnly {

  @Resource(lookup = "jdbc/account")
  private DataSource dataSource;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Transactional
  public Response answer(
      Caller caller, String key, Fingerprint request, Supplier<Response> effect) {
    var answer = new Idempotency(dataSource).once(caller, key, request, effect);
    if (answer.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode()) {
      // not by an exception: a refusal is no failure, and the server would keep an incident of it
      transaction.setRollbackOnly();
    }
    return answer;
  }
}
