package org.corridor.dev.proof.crash;

import java.util.Random;

/** What is killed. */
public enum Victim {
  DATABASE,
  SERVER,
  BOTH;

  /** Mostly the database, since it is back sooner. */
  static Victim any(Random random) {
    var chance = random.nextInt(10);
    if (chance < 6) {
      return DATABASE;
    }
    return chance < 9 ? SERVER : BOTH;
  }

  public boolean isServer() {
    return this != DATABASE;
  }

  public boolean isDatabase() {
    return this != SERVER;
  }
}
