package org.corridor.dev;

/** There is no nginx here, so the distributed topology cannot be put together. */
public final class GatewayMissing extends DevServicesException {
  private static final long serialVersionUID = 1L;

  GatewayMissing() {
    super("No nginx on the path. Install it (Debian: apt-get install nginx-light).");
  }
}
