package org.corridor.notification.application;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.auth.PasswordLinkAddress;
import org.corridor.contracts.auth.UserContact;
import org.corridor.contracts.client.ClientContact;

/**
 * Asks for each client, user and account once. For notices that are addressed together: of a file
 * of transfers thousands are about the same few accounts. What was answered is good for as long as
 * that takes.
 */
final class AskedOnce implements Directory {

  private final Directory directory;
  private final Map<UUID, Optional<ClientContact>> clients = new HashMap<>();
  private final Map<UUID, Optional<UserContact>> users = new HashMap<>();
  private final Map<UUID, Optional<AccountSummary>> accounts = new HashMap<>();

  AskedOnce(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Optional<ClientContact> client(UUID id) {
    return clients.computeIfAbsent(id, directory::client);
  }

  @Override
  public Optional<UserContact> user(UUID id) {
    return users.computeIfAbsent(id, directory::user);
  }

  @Override
  public Optional<AccountSummary> account(UUID id) {
    return accounts.computeIfAbsent(id, directory::account);
  }

  /** Of each there is one notice, and it must be good now. */
  @Override
  public Optional<PasswordLinkAddress> passwordLink(UUID id) {
    return directory.passwordLink(id);
  }
}
