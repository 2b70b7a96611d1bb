package org.corridor.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Logger;
import org.corridor.kernel.Caller;
import org.corridor.platform.json.Json;

/**
 * What somebody does not reach does not exist for it. The answer is that of a thing that is not
 * there; that it was there is told to the audit log only.
 */
public final class Concealed {

  private static final Logger AUDIT = Logger.getLogger("org.corridor.audit");

  private Concealed() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Concealment(
      String event, Instant at, String subject, String branch, String kind, String id) {}

  /**
   * Stands around a rule of access, in the filter that conceals.
   *
   * @param reached what the rule says
   * @param kind of thing, such as {@code account}
   * @return {@code reached}
   */
  public static boolean unless(boolean reached, Caller caller, String kind, UUID id) {
    if (!reached) {
      var concealment =
          new Concealment(
              "concealed", Instant.now(), caller.subject(), caller.branch(), kind, id.toString());
      AUDIT.info(() -> Json.write(concealment));
    }
    return reached;
  }
}
