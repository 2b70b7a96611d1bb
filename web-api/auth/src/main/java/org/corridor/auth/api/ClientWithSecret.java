package org.corridor.auth.api;

import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** A new secret of a client is told once: beside the answer, which is kept in the database. */
final class ClientWithSecret {

  private ClientWithSecret() {}

  /**
   * @param doing takes where to put the secret, and gives the answer without it
   */
  static Response answer(Function<Consumer<String>, Response> doing) {
    var secret = new AtomicReference<String>();
    var response = doing.apply(secret::set);
    return secret.get() != null && response.getEntity() instanceof ApiClientView view
        ? Response.fromResponse(response).entity(view.withSecret(secret.get())).build()
        : response;
  }
}
