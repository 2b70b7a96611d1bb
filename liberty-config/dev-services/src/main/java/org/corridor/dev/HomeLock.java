package org.corridor.dev;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Held by the one process that may use a home directory. The kernel lets go of it when that process
 * ends, however it ends; so a lock that is taken means a live owner, and servers found running
 * without one are orphans.
 */
final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  static HomeLock take(Path home) {
    Path file = home.resolve("lock");
    try {
      Files.createDirectories(home);
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new DevServicesException(
            "Another Corridor is running on %s. Stop it first (Ctrl-C where it runs)."
                .formatted(home));
      }
      return new HomeLock(channel);
    } catch (IOException e) {
      throw new DevServicesException("Cannot lock " + file, e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
