package org.corridor.notification.application;

import java.util.Optional;
import java.util.UUID;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.auth.PasswordLinkAddress;
import org.corridor.contracts.auth.UserContact;
import org.corridor.contracts.client.ClientContact;

/**
 * What other contexts know of people and accounts. Never asked inside of a unit of work: each
 * answer may take seconds.
 */
public interface Directory {

  /**
   * @throws DirectoryUnavailable if it cannot be told now
   */
  Optional<ClientContact> client(UUID id);

  /**
   * @throws DirectoryUnavailable if it cannot be told now
   */
  Optional<UserContact> user(UUID id);

  /**
   * @throws DirectoryUnavailable if it cannot be told now
   */
  Optional<AccountSummary> account(UUID id);

  /**
   * Empty if it is used, over, or there is none.
   *
   * @throws DirectoryUnavailable if it cannot be told now
   */
  Optional<PasswordLinkAddress> passwordLink(UUID id);
}
