package org.corridor.transaction.application;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Limit.Audience;

/** The limits that the organisation has set. */
public interface Limits {

  /** Empty if this audience may not move this currency in this way. */
  Optional<Limit> find(Kind kind, Audience audience, Currency currency);

  List<Limit> all(Audience audience);
}
