package org.corridor.transaction.application;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Limit.Audience;
import org.corridor.transaction.domain.LimitSetting;

/** The limits that the organisation has set. */
public interface Limits {

  List<Limit> all(Audience audience);

  /** Empty if this audience may not move this currency in this way. */
  Optional<LimitSetting> setting(Kind kind, Audience audience, Currency currency);

  /** The same, its row held until the unit of work ends. */
  Optional<LimitSetting> hold(Kind kind, Audience audience, Currency currency);

  /**
   * Writes one that was not there, and what happened.
   *
   * @return false if another has written it meanwhile; then nothing is written
   */
  boolean add(LimitSetting.Change change, String correlationId);

  /** Writes one that is held, and what happened. */
  void save(LimitSetting.Change change, String correlationId);
}
