package org.corridor.account.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.corridor.account.domain.ledger.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a journal was posted; the same each time it is put. */
@Schema(name = "Posted")
public record PostedView(UUID id, Instant bookedAt, LocalDate valueDate) {

  static PostedView of(Outcome.Posted posted) {
    return new PostedView(posted.journalId(), posted.bookedAt(), posted.valueDate());
  }
}
