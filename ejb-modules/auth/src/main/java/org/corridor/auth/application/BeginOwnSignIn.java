package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.corridor.auth.domain.Digests;

/** Begins the sign-in of somebody who wants to see its own page here: no program is in it. */
@ApplicationScoped
public class BeginOwnSignIn {

  private static final String NAME = "Corridor";

  private final PendingSignIns pending;
  private final AuthSettings settings;

  @Inject
  public BeginOwnSignIn(PendingSignIns pending, AuthSettings settings) {
    this.pending = pending;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected BeginOwnSignIn() {
    this(null, null);
  }

  /**
   * @param page where it leads to, such as {@code /account}
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public BeginSignIn.Answer.Form begin(String page) {
    var binding = RandomSecrets.next();
    var csrf = RandomSecrets.next();
    var handle = RandomSecrets.next();
    var signIn =
        new PendingSignIn(
            Digests.sha256(binding),
            Digests.sha256(csrf),
            null,
            NAME,
            settings.endpoint(page),
            null,
            null,
            null,
            Set.of(),
            Set.of(),
            null,
            Demand.none());
    pending.keep(handle, signIn);
    return new BeginSignIn.Answer.Form(handle, binding, csrf, signIn);
  }
}
