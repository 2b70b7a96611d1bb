package org.corridor.web.security;

import jakarta.annotation.security.PermitAll;
import java.lang.reflect.Method;
import java.time.Instant;
import org.corridor.kernel.Caller;

/**
 * Who may do an operation at all, from what the operation asks for and what the token says; whom it
 * may do it to, the context's rules of access say.
 */
public final class Doorkeeper {

  /** What becomes of a request. */
  enum Verdict {
    ADMITTED,
    /** The operation asks for a permission that the caller has not; or for nothing at all. */
    FORBIDDEN,
    STEP_UP_REQUIRED
  }

  private final StepUp stepUp;

  Doorkeeper(StepUp stepUp) {
    this.stepUp = stepUp;
  }

  /** An operation that anybody may do, signed in or not. */
  public static boolean isOpen(Method operation) {
    return operation.isAnnotationPresent(PermitAll.class);
  }

  /**
   * Whether the caller has the permission that an operation asks for.
   *
   * @param operation one that is not {@linkplain #isOpen open}
   */
  public static boolean permits(Method operation, Caller caller) {
    if (operation.isAnnotationPresent(AnyCaller.class)) {
      return true;
    }
    var permission = operation.getAnnotation(RequiresPermission.class);
    return permission != null && caller.may(permission.value());
  }

  /** Whether it is an operation for which a person may have to sign in once more. */
  public static boolean asksForStepUp(Method operation) {
    return operation.isAnnotationPresent(RequiresStepUp.class);
  }

  /**
   * @param operation one that is not {@linkplain #isOpen open}
   */
  Verdict judge(Method operation, Caller caller, Instant now) {
    if (!permits(operation, caller)) {
      return Verdict.FORBIDDEN;
    }
    return asksForStepUp(operation) && !stepUp.isMetBy(caller, now)
        ? Verdict.STEP_UP_REQUIRED
        : Verdict.ADMITTED;
  }
}
