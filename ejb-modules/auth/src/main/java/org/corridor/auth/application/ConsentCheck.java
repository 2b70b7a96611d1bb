package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.domain.ApiClient;

/** Whether a person must be asked before a program gets what it wants. */
@ApplicationScoped
public class ConsentCheck {

  private final Consents consents;
  private final ApiClients clients;

  @Inject
  public ConsentCheck(Consents consents, ApiClients clients) {
    this.consents = consents;
    this.clients = clients;
  }

  /** For the container's proxy. */
  protected ConsentCheck() {
    this(null, null);
  }

  /** The organisation's own programs ask for nothing, unless they want to. */
  boolean isNeeded(PendingSignIn signIn, UUID userId) {
    if (signIn.isOfOwnPages()) {
      return false;
    }
    return signIn.demand().consent()
        || (!isOwn(signIn.apiClientId())
            && !isGiven(userId, signIn.apiClientId(), signIn.scopes()));
  }

  /** Whether what a code was given for was not taken back since. */
  boolean stands(AuthorizedCode code) {
    return isOwn(code.apiClientId()) || isGiven(code.userId(), code.apiClientId(), code.scopes());
  }

  private boolean isOwn(String clientId) {
    return clients
        .byId(clientId)
        .map(ApiClient::access)
        .filter(access -> access.options().skipsConsent())
        .isPresent();
  }

  private boolean isGiven(UUID userId, String clientId, Set<String> scopes) {
    return consents.find(userId, clientId).filter(consent -> consent.covers(scopes)).isPresent();
  }
}
