package org.corridor.account.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Accounts on which nothing has moved for as long as their product allows. Interest is no movement:
 * it comes without anybody's doing.
 */
public interface Silence {

  /** Active ones, in the order of their ids, after the given one; up to {@code limit}. */
  List<UUID> silentAt(LocalDate day, UUID after, int limit);

  boolean isSilentAt(LocalDate day, UUID accountId);
}
