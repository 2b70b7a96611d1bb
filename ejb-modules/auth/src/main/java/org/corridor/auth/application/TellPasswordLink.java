package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.corridor.contracts.auth.PasswordLinkAddress;

/** Tells whoever sends a link where it leads. */
@ApplicationScoped
public class TellPasswordLink {

  private final PasswordLinks links;
  private final PasswordLinkSecrets secrets;
  private final AuthSettings settings;
  private final AuthClock clock;

  @Inject
  public TellPasswordLink(
      PasswordLinks links, PasswordLinkSecrets secrets, AuthSettings settings, AuthClock clock) {
    this.links = links;
    this.secrets = secrets;
    this.settings = settings;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected TellPasswordLink() {
    this(null, null, null, null);
  }

  /** Empty if it is good no more. */
  public Optional<PasswordLinkAddress> of(UUID linkId) {
    return links
        .byId(linkId)
        .filter(link -> link.isGood(clock.now()))
        .map(
            link ->
                new PasswordLinkAddress(
                    settings.endpoint("/password-link?token=" + secrets.token(linkId)).toString(),
                    link.expiresAt()));
  }
}
