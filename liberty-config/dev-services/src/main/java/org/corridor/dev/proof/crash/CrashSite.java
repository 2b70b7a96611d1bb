package org.corridor.dev.proof.crash;

import org.corridor.dev.demo.Door;

/** A platform whose servers may be killed. */
public interface CrashSite {

  /** For the machine client that may do everything; good for a round. */
  Door door();

  /** A client that accounts may be opened for. */
  String owner();

  /** With SIGKILL. */
  void kill(Victim victim);

  /** Starts again what was killed; returns once the platform is ready. */
  void restart(Victim victim);
}
