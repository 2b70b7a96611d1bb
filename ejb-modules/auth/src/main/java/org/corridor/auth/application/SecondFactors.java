package org.corridor.auth.application;

import java.util.Set;
import java.util.UUID;
import org.corridor.auth.domain.SecondFactor;

/** Keeps second factors, and their recovery codes as hashes. */
public interface SecondFactors {

  boolean isOn(UUID userId);

  /** Nobody else changes it until the transaction ends; one that is off, if there is none yet. */
  SecondFactor lock(UUID userId);

  void save(SecondFactor factor);

  /** In the place of those before. */
  void keepRecoveryCodes(UUID userId, Set<String> hashes);

  /**
   * Takes it away.
   *
   * @return false if there is none
   */
  boolean useRecoveryCode(UUID userId, String hash);

  int recoveryCodesLeft(UUID userId);
}
