package org.corridor.account.application;

import java.util.UUID;
import org.corridor.account.domain.AccountStatus;

/** Which accounts to list; null means any. */
public record AccountFilter(UUID clientId, String number, String branch, AccountStatus status) {

  AccountFilter withClientId(UUID id) {
    return new AccountFilter(id, number, branch, status);
  }

  AccountFilter withBranch(String code) {
    return new AccountFilter(clientId, number, code, status);
  }
}
