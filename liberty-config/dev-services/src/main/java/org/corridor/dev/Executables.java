package org.corridor.dev;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The executables of PostgreSQL and Redis for this machine, from jars on the class path, unpacked
 * once into a directory that later runs and other processes share.
 */
final class Executables {
  private static final String REDIS_VERSION = "7.0.15";

  private Executables() {}

  /** The directory that has PostgreSQL's {@code bin}, {@code lib} and {@code share}. */
  static Path postgres(Path directory) {
    String archive = postgresArchive();
    Path home = directory.resolve(archive.replace(".txz", "-" + postgresBuild(archive)));
    if (!Files.isDirectory(home)) {
      try (InputStream resource = open("/" + archive, "PostgreSQL")) {
        unpackOnce(resource, home);
      } catch (IOException e) {
        throw new DevServicesException("Cannot unpack PostgreSQL into " + home, e);
      }
    }
    return home;
  }

  static Path redis(Path directory) {
    String name = redisExecutable();
    Path executable = directory.resolve(name);
    if (!Files.isExecutable(executable)) {
      try (InputStream resource = open("/" + name, "Redis")) {
        Files.createDirectories(directory);
        Path fresh = directory.resolve(name + "." + UUID.randomUUID());
        Files.copy(resource, fresh);
        makeExecutable(fresh);
        Files.move(fresh, executable, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new DevServicesException("Cannot unpack Redis into " + directory, e);
      }
    }
    return executable;
  }

  private static String postgresArchive() {
    if (HostSystem.isWindows()) {
      return "postgres-windows-x86_64.txz";
    }
    if (HostSystem.isMac()) {
      return HostSystem.isArm() ? "postgres-darwin-arm_64.txz" : "postgres-darwin-x86_64.txz";
    }
    if (HostSystem.isArm()) {
      return "postgres-linux-arm_64.txz";
    }
    return HostSystem.isMusl()
        ? "postgres-linux-x86_64-alpine_linux.txz"
        : "postgres-linux-x86_64.txz";
  }

  private static String redisExecutable() {
    String processor = HostSystem.isArm() ? "arm64" : "amd64";
    return "redis-server-%s-%s-%s"
        .formatted(REDIS_VERSION, HostSystem.isMac() ? "darwin" : "linux", processor);
  }

  /** Tells one release's archive from another's: the name of the jar that it comes from. */
  private static String postgresBuild(String archive) {
    var url = Executables.class.getResource("/" + archive);
    if (url == null) {
      return "missing";
    }
    String jar = url.getPath().replaceFirst("!.*", "");
    String name = jar.substring(jar.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    return name.substring(name.lastIndexOf('-') + 1);
  }

  private static InputStream open(String resource, String product) {
    var stream = Executables.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new DevServicesException(
          "No %s executable for %s on %s"
              .formatted(
                  product,
                  System.getProperty("os.name").toLowerCase(Locale.ROOT),
                  System.getProperty("os.arch")));
    }
    return stream;
  }

  /** Unpacks beside the goal and renames: nobody sees it half done, and two may try at once. */
  private static void unpackOnce(InputStream archive, Path home) throws IOException {
    Path fresh = home.resolveSibling(home.getFileName() + "." + UUID.randomUUID());
    Files.createDirectories(fresh);
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, fresh);
      }
    }
    try {
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      PrivateFiles.deleteTree(fresh);
      if (!Files.isDirectory(home)) {
        throw e;
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path directory)
      throws IOException {
    Path target = directory.resolve(entry.getName()).normalize();
    if (!target.startsWith(directory)) {
      throw new IOException("Entry outside its archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      if (target.getParent().endsWith("bin")) {
        makeExecutable(target);
      }
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    if (!HostSystem.isWindows() && !file.toFile().setExecutable(true, false)) {
      throw new IOException("Cannot make " + file + " executable");
    }
  }
}
