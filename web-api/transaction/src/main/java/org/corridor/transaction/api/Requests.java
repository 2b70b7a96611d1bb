package org.corridor.transaction.api;

import jakarta.ws.rs.core.UriInfo;
import java.util.HexFormat;
import org.corridor.kernel.Caller;
import org.corridor.transaction.application.MoveRequest;
import org.corridor.transaction.application.RequestKey;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;

/** Makes of an HTTP request what the use cases need to know of it. */
final class Requests {

  private Requests() {}

  /**
   * @throws org.corridor.web.problem.ProblemException if the key is missing or malformed
   */
  static MoveRequest of(Caller caller, String key, UriInfo uri, Object body) {
    Idempotency.requireKey(key);
    var fingerprint = new Fingerprint("POST", uri.getPath(), body).sha256();
    return new MoveRequest(
        caller,
        new RequestKey(caller.subject(), key, HexFormat.of().formatHex(fingerprint)),
        Correlation.currentId());
  }
}
