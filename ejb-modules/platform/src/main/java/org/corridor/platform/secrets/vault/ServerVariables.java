package org.corridor.platform.secrets.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Brings settings from Vault to the server itself, which reads those of data sources and key stores
 * before any application is there to be asked: run before the server, it writes each into a file of
 * its name, as {@code VARIABLE_SOURCE_DIRS} wants them. The directory should be one in memory.
 */
public final class ServerVariables {

  private static final Logger LOG = Logger.getLogger(ServerVariables.class.getName());

  /** Nothing that could be a path. */
  private static final Pattern NAME = Pattern.compile("corridor(\\.[a-z0-9-]+)+");

  private ServerVariables() {}

  /**
   * @param arguments the directory; the settings {@code corridor.vault.*} come from the environment
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("usage: ServerVariables <directory>");
    }
    var written = write(ServerVariables::environment, Path.of(arguments[0]));
    LOG.log(Level.INFO, "{0} settings written to {1}", new Object[] {written, arguments[0]});
  }

  /**
   * All are read before the first is written.
   *
   * @return how many
   * @throws IllegalStateException if Vault does not give them, with the cause
   */
  static int write(Function<String, Optional<String>> settings, Path directory) throws IOException {
    var values = VaultValues.read(settings);
    if (values.isEmpty()) {
      throw new IllegalStateException(
          "corridor.vault.address and corridor.vault.kv.paths name no settings");
    }
    for (var name : values.keySet()) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalStateException("in Vault is what is not the name of a setting: " + name);
      }
    }
    Files.createDirectories(directory, mode("rwx------"));
    for (var value : values.entrySet()) {
      write(directory, value);
    }
    return values.size();
  }

  private static void write(Path directory, Map.Entry<String, String> value) throws IOException {
    var fresh = Files.createTempFile(directory, ".new", "", mode("rw-------"));
    Files.writeString(fresh, value.getValue());
    Files.move(
        fresh,
        directory.resolve(value.getKey()),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  /** As MicroProfile Config names variables: in capitals, with an underscore for all the rest. */
  private static Optional<String> environment(String name) {
    var variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
  }
}
