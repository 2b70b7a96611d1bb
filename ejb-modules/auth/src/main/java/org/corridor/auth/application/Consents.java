package org.corridor.auth.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.Consent;

/** Keeps what people let programs have. */
public interface Consents {

  Optional<Consent> find(UUID userId, String apiClientId);

  /** In the place of the one that these two had; joins the current transaction. */
  void put(Consent consent);

  /** False if it is not there any more; joins the current transaction. */
  boolean remove(Consent consent);

  /** Of a person, by the programs' ids. */
  List<Consent> of(UUID userId);
}
