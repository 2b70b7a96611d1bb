package org.corridor.dev;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How to run a command that refuses root's rights, as PostgreSQL does. For everybody but root: as
 * it is. For root: in a user namespace of its own, where root is nobody while the files go on
 * belonging to it; or, where a container forbids that, really as nobody, to whom its files are then
 * given.
 */
final class OrdinaryUser {
  private static final String NOBODY = "65534";

  private final List<String> prefix;
  private final boolean needsFiles;

  private OrdinaryUser(List<String> prefix, boolean needsFiles) {
    this.prefix = prefix;
    this.needsFiles = needsFiles;
  }

  static OrdinaryUser here() {
    if (!HostSystem.isRoot()) {
      return new OrdinaryUser(List.of(), false);
    }
    if (succeeds(List.of("unshare", "-U", "id"))) {
      return new OrdinaryUser(List.of("unshare", "-U"), false);
    }
    var asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    if (succeeds(append(asNobody, List.of("id")))) {
      return new OrdinaryUser(asNobody, true);
    }
    throw new DevServicesException(
        "PostgreSQL does not run as root, and this system has neither unshare nor setpriv"
            + " (Debian: apt-get install util-linux). Or start as an ordinary user.");
  }

  List<String> command(List<String> command) {
    return append(prefix, command);
  }

  /** Lets such a command have the file or directory, and reach it through its parent. */
  void give(Path path) throws IOException {
    if (needsFiles
        && !(succeeds(List.of("chown", "-R", NOBODY + ":" + NOBODY, path.toString()))
            && succeeds(List.of("chmod", "o+x", path.getParent().toString())))) {
      throw new IOException("Cannot give " + path + " to the user nobody");
    }
  }

  private static List<String> append(List<String> first, List<String> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static boolean succeeds(List<String> command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
