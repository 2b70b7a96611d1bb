package org.corridor.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Runs of neighbouring ports that nothing listens on, below the ephemeral range. */
final class FreePorts {
  private static final int FIRST = 20_200;
  private static final int LAST = 20_900;
  private static final int RUN = 9;
  private static int next = FIRST;

  private FreePorts() {}

  static synchronized Ports take() {
    while (next + RUN <= LAST) {
      int first = next;
      next += RUN;
      if (allFree(first)) {
        return Ports.startingAt(first);
      }
    }
    throw new IllegalStateException("no free ports between " + FIRST + " and " + LAST);
  }

  private static boolean allFree(int first) {
    for (int port = first; port < first + RUN; port++) {
      try (var socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
