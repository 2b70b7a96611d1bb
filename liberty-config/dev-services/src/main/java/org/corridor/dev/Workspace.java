package org.corridor.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where things lie in a checkout of Corridor. */
public record Workspace(Path root) {
  public Workspace {
    root = root.toAbsolutePath().normalize();
  }

  /** The checkout that the directory is in. */
  public static Workspace containing(Path directory) {
    for (Path at = directory.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("liberty-config").resolve("common"))) {
        return new Workspace(at);
      }
    }
    throw new DevServicesException(directory + " is not inside a checkout of Corridor");
  }

  /** What {@code mvn -Prun} keeps: data, logs, unpacked executables. Git ignores it. */
  public Path home() {
    return root.resolve(".corridor");
  }

  /** Executables of PostgreSQL and Redis, unpacked once and shared by all who start them. */
  public Path executables() {
    return home().resolve("bin");
  }

  public Path libertyConfig() {
    return root.resolve("liberty-config");
  }

  /** The unpacked Open Liberty; this module's build puts it there. */
  public Path liberty() {
    Path target = libertyConfig().resolve("dev-services").resolve("target");
    if (Files.isDirectory(target)) {
      try (Stream<Path> entries = Files.list(target)) {
        var found =
            entries
                .filter(entry -> entry.getFileName().toString().startsWith("liberty-"))
                .map(entry -> entry.resolve("wlp"))
                .filter(wlp -> Files.isRegularFile(wlp.resolve("bin/tools/ws-server.jar")))
                .sorted()
                .reduce((older, newer) -> newer);
        if (found.isPresent()) {
          return found.get();
        }
      } catch (IOException e) {
        throw new DevServicesException("Cannot read " + target, e);
      }
    }
    throw new DevServicesException(
        "Open Liberty is not unpacked yet: mvn -pl liberty-config/dev-services package");
  }

  public Path ear() {
    return built(root.resolve("ear/target"), "corridor.ear");
  }

  public Path war(Context context) {
    Path target = root.resolve("web-api").resolve(context.id()).resolve("target");
    String prefix = "corridor-" + context.id() + "-api";
    if (Files.isDirectory(target)) {
      try (Stream<Path> entries = Files.list(target)) {
        var found =
            entries
                .filter(entry -> entry.getFileName().toString().startsWith(prefix))
                .filter(entry -> entry.getFileName().toString().endsWith(".war"))
                .sorted()
                .findFirst();
        if (found.isPresent()) {
          return found.get();
        }
      } catch (IOException e) {
        throw new DevServicesException("Cannot read " + target, e);
      }
    }
    return built(target, prefix + ".war");
  }

  public Path gatewayTemplate() {
    return root.resolve("openshift/gateway/nginx.conf");
  }

  private static Path built(Path directory, String name) {
    Path file = directory.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new DevServicesException(file + " is not built yet: mvn package");
    }
    return file;
  }
}
