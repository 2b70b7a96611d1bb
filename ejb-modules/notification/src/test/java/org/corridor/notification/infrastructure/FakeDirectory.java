package org.corridor.notification.infrastructure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.auth.PasswordLinkAddress;
import org.corridor.contracts.auth.UserContact;
import org.corridor.contracts.client.ClientContact;
import org.corridor.notification.application.Directory;
import org.corridor.notification.application.DirectoryUnavailable;

/** The other contexts, in memory; they can be away, and mind being asked in a unit of work. */
final class FakeDirectory implements Directory {

  private final Map<UUID, ClientContact> clients = new ConcurrentHashMap<>();
  private final Map<UUID, UserContact> users = new ConcurrentHashMap<>();
  private final Map<UUID, AccountSummary> accounts = new ConcurrentHashMap<>();
  private final Map<UUID, PasswordLinkAddress> links = new ConcurrentHashMap<>();
  private final BooleanSupplier inUnit;
  volatile boolean away;

  FakeDirectory(BooleanSupplier inUnit) {
    this.inUnit = inUnit;
  }

  UUID addClient(String language, String email, String phone) {
    var id = UUID.randomUUID();
    clients.put(
        id,
        new ClientContact(
            id,
            "BER",
            language,
            email == null ? List.of() : List.of(email),
            phone == null ? List.of() : List.of(phone)));
    return id;
  }

  UUID addUser(UUID clientId, String email) {
    var id = UUID.randomUUID();
    users.put(id, new UserContact(id, clientId, email));
    return id;
  }

  UUID addAccount(UUID clientId, String number) {
    var id = UUID.randomUUID();
    accounts.put(id, new AccountSummary(id, number, clientId, "BER", "EUR"));
    return id;
  }

  @Override
  public Optional<ClientContact> client(UUID id) {
    return find(clients, id);
  }

  @Override
  public Optional<UserContact> user(UUID id) {
    return find(users, id);
  }

  @Override
  public Optional<AccountSummary> account(UUID id) {
    return find(accounts, id);
  }

  UUID addLink(String address) {
    var id = UUID.randomUUID();
    links.put(id, new PasswordLinkAddress(address, World.NOON.plusSeconds(1_800)));
    return id;
  }

  @Override
  public Optional<PasswordLinkAddress> passwordLink(UUID id) {
    return find(links, id);
  }

  private <T> Optional<T> find(Map<UUID, T> known, UUID id) {
    if (inUnit.getAsBoolean()) {
      throw new IllegalStateException("another context is asked inside of a unit of work");
    }
    if (away) {
      throw new DirectoryUnavailable("away", null);
    }
    return Optional.ofNullable(known.get(id));
  }
}
