package org.corridor.auth.application;

/**
 * Tells whether two requests carried the same secret, without keeping anything that the secret
 * could be found from: a digest under a key that is not in the database.
 */
@FunctionalInterface
public interface SecretDigests {

  String of(String secret);
}
