package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** A password was chosen by a link. */
public record PasswordLinkUsed(UUID userId, UUID linkId, PasswordLink.Purpose purpose)
    implements DomainEvent {

  @Override
  public String type() {
    return "auth.password-link-used.v1";
  }
}
