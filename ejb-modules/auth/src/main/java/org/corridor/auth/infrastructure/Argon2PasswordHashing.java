package org.corridor.auth.infrastructure;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.corridor.auth.application.PasswordHashing;

/**
 * Argon2id with the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one
 * lane. As many at once as there are processors: more would only make each slower and take memory.
 */
@ApplicationScoped
public class Argon2PasswordHashing implements PasswordHashing {

  private static final int MEMORY_KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final long WAIT_SECONDS = 5;

  private final Argon2Function function =
      Argon2Function.getInstance(MEMORY_KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID);
  private final Semaphore room = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  /** Of a password that nobody has: compared with when there is no user. */
  private volatile String nobodys;

  @Override
  public String hash(String password) {
    return withRoom(() -> compute(password));
  }

  @Override
  public boolean matches(String password, String hash) {
    return withRoom(
        () -> {
          var real = hash != null;
          var same =
              Password.check(normalized(password), real ? hash : nobodys())
                  .with(real ? Argon2Function.getInstanceFromHash(hash) : function);
          return real && same;
        });
  }

  @Override
  public boolean isOutdated(String hash) {
    return !Argon2Function.getInstanceFromHash(hash).equals(function);
  }

  private String compute(String password) {
    return Password.hash(normalized(password)).addRandomSalt(SALT_BYTES).with(function).getResult();
  }

  private String nobodys() {
    if (nobodys == null) {
      nobodys = compute("nobody");
    }
    return nobodys;
  }

  /** NIST SP 800-63B, section 5.1.1.2: the same characters, however they were typed. */
  private static String normalized(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T withRoom(Supplier<T> work) {
    try {
      if (!room.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new TooBusy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooBusy();
    }
    try {
      return work.get();
    } finally {
      room.release();
    }
  }
}
