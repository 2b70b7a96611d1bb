package org.corridor.platform.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * Keys in a PKCS #12 file, {@code data-1}, {@code data-2} and so on; the highest seals, unless
 * another is named. The file is read again when it has changed and a key is missing, or when it is
 * asked which key is current: so a new key needs no restart.
 */
public final class KeyStoreKeys implements DataKeys {

  private static final Logger LOG = Logger.getLogger(KeyStoreKeys.class.getName());
  private static final Pattern ALIAS = Pattern.compile("data-([1-9][0-9]{0,8})");
  private static final int KEY_BYTES = 32;

  private final Path file;
  private final char[] password;
  private final Optional<String> pinned;
  private volatile Read read;

  private record Read(FileTime changed, NavigableMap<Integer, SecretKey> keys) {}

  /**
   * @param pinned the alias of the key that seals; empty for the highest
   * @throws IllegalStateException if the file cannot be used, with the setting that is to blame
   */
  public KeyStoreKeys(Path file, String password, Optional<String> pinned) {
    this.file = file;
    this.password = password.toCharArray();
    this.pinned = pinned;
    this.read = read();
    warnIfOpenToOthers();
    current();
  }

  @Override
  public DataKey current() {
    var keys = newest().keys();
    if (pinned.isPresent()) {
      return new DataKey(pinned.get(), find(pinned.get()));
    }
    return new DataKey("data-" + keys.lastKey(), keys.lastEntry().getValue());
  }

  @Override
  public SecretKey find(String id) {
    var alias = ALIAS.matcher(id);
    if (!alias.matches()) {
      throw new IllegalStateException("not the alias of a key: " + id);
    }
    var number = Integer.parseInt(alias.group(1));
    var key = read.keys().get(number);
    if (key == null) {
      key = newest().keys().get(number);
    }
    if (key == null) {
      throw new IllegalStateException("no key " + id + " in corridor.secrets.keystore, " + file);
    }
    return key;
  }

  @Override
  public boolean isCurrent(String id) {
    return current().id().equals(id);
  }

  @Override
  public boolean areWell() {
    return true;
  }

  /** What was read before goes on if the file is just being replaced. */
  private Read newest() {
    var known = read;
    try {
      if (!Files.getLastModifiedTime(file).equals(known.changed())) {
        read = read();
      }
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.WARNING, "the changed key store is not used: " + file, e);
    }
    return read;
  }

  private Read read() {
    try (var in = Files.newInputStream(file)) {
      var changed = Files.getLastModifiedTime(file);
      var store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      var keys = new TreeMap<Integer, SecretKey>();
      for (var entry : aliases(store).entrySet()) {
        if (store.getKey(entry.getValue(), password) instanceof SecretKey key
            && key.getEncoded().length == KEY_BYTES) {
          keys.put(entry.getKey(), key);
        } else {
          throw new IllegalStateException(
              entry.getValue() + " in corridor.secrets.keystore is no AES key of 256 bits");
        }
      }
      if (keys.isEmpty()) {
        throw new IllegalStateException("no key data-1 in corridor.secrets.keystore, " + file);
      }
      return new Read(changed, keys);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "corridor.secrets.keystore cannot be opened with corridor.secrets.keystore.password: "
              + file,
          e);
    }
  }

  private static Map<Integer, String> aliases(KeyStore store) throws GeneralSecurityException {
    var found = new HashMap<Integer, String>();
    for (var all = store.aliases(); all.hasMoreElements(); ) {
      var alias = all.nextElement();
      var matching = ALIAS.matcher(alias);
      if (matching.matches()) {
        found.put(Integer.valueOf(matching.group(1)), alias);
      }
    }
    return found;
  }

  /** Only a warning: what a platform mounts it may mount so, and is alone in its container. */
  private void warnIfOpenToOthers() {
    try {
      var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (view != null
          && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ)) {
        LOG.log(Level.WARNING, "every user of this machine can read the key store {0}", file);
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "whether others can read the key store is not known: " + file, e);
    }
  }
}
