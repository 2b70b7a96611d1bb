package org.corridor.notification.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import org.corridor.notification.domain.QuietHours;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When somebody does not want to be disturbed. */
@NotTheSame
@Schema(
    name = "QuietHours",
    description = "Every day, on the clock of the time zone; over midnight if from is after to.")
public record QuietHoursView(
    @NotNull(message = "is required")
        @Pattern(regexp = QuietHoursView.TIME, message = "must be a time such as 22:00")
        @Schema(example = "22:00")
        String from,
    @NotNull(message = "is required")
        @Pattern(regexp = QuietHoursView.TIME, message = "must be a time such as 07:00")
        @Schema(example = "07:00")
        String to) {

  static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

  static QuietHoursView of(QuietHours hours) {
    return new QuietHoursView(hours.from().toString(), hours.to().toString());
  }

  QuietHours toQuietHours() {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
  }
}
