package org.corridor.auth.domain;

import java.util.Set;

/** Every permission that there is, as codes {@code resource:action}; endpoints check these. */
public final class Permissions {

  public static final String USERS_CREATE = "users:create";
  public static final String USERS_READ = "users:read";
  public static final String USERS_UPDATE = "users:update";
  public static final String ROLES_READ = "roles:read";
  public static final String API_CLIENTS_CREATE = "api-clients:create";
  public static final String API_CLIENTS_UPDATE = "api-clients:update";
  public static final String API_CLIENTS_READ = "api-clients:read";

  /** For the context that sends them: whoever has it can become anybody. */
  public static final String PASSWORD_LINKS_READ = "password-links:read";

  private static final Set<String> ALL =
      Set.of(
          "clients:read",
          "clients:create",
          "clients:update",
          "clients:activate",
          "products:read",
          "products:create",
          "accounts:read",
          "accounts:create",
          "accounts:freeze",
          "accounts:reactivate",
          "accounts:close",
          "accounts:open-internal",
          "ledger:read",
          "ledger:post",
          "ledger:verify",
          "ledger:correct",
          "end-of-day:run",
          "holds:create",
          "transactions:read",
          "transactions:create",
          "transactions:cash",
          "transactions:approve",
          "transactions:reverse",
          "sagas:read",
          "sagas:operate",
          "limits:read",
          "limits:update",
          "events:read",
          "events:operate",
          USERS_READ,
          USERS_CREATE,
          USERS_UPDATE,
          ROLES_READ,
          "roles:update",
          API_CLIENTS_READ,
          API_CLIENTS_CREATE,
          API_CLIENTS_UPDATE,
          PASSWORD_LINKS_READ,
          "kyc:approve",
          "notifications:read",
          "notifications:update",
          "webhooks:read",
          "webhooks:update",
          "audit:read",
          "reports:read");

  private Permissions() {}

  public static Set<String> all() {
    return ALL;
  }
}
