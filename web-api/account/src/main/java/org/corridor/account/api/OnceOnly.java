package org.corridor.account.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.corridor.kernel.Caller;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;

/**
 * Runs an effect once for each idempotency key, in one transaction with the key. A refusal must be
 * thrown as a {@link org.corridor.web.problem.ProblemException}: that rolls everything back, so the
 * key is free for the corrected request.
 */
@ApplicationScoped
public class OnceOnly {

  @Resource(lookup = "jdbc/account")
  private DataSource dataSource;

  @Transactional
  public Response answer(
      Caller caller, String key, Fingerprint request, Supplier<Response> effect) {
    return new Idempotency(dataSource).once(caller, key, request, effect);
  }
}
