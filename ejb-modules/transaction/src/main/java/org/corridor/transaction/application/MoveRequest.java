package org.corridor.transaction.application;

import java.util.Objects;
import org.corridor.kernel.Caller;

/** Who asks for a movement of money, under which key, in which request. */
public record MoveRequest(Caller caller, RequestKey key, String correlationId) {

  public MoveRequest {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(correlationId, "correlationId");
  }
}
