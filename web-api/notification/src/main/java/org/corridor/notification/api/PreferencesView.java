package org.corridor.notification.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import org.corridor.notification.domain.Amounts;
import org.corridor.notification.domain.Language;
import org.corridor.notification.domain.Preferences;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How somebody wants to be told: as a request and as an answer. */
@Schema(name = "NotificationPreferences")
public record PreferencesView(
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"EN", "DE"},
            description = "Absent to follow the client record.")
        Language language,
    @NotNull(message = "is required")
        @TimeZoneName
        @Schema(
            example = "Europe/Berlin",
            description = "Of the IANA database; for times in messages, and for quiet hours.")
        String timeZone,
    @NotNull(message = "is required")
        @Schema(
            type = SchemaType.STRING,
            enumeration = {"NOWHERE", "IN_APP", "EVERYWHERE"},
            description = "Where amounts of money may stand in messages.")
        Amounts amounts,
    @NotNull(message = "is required") @Valid ChosenChannels channels,
    @Valid
        @Schema(
            description =
                "Absent for none. Security notices do not wait for their end, and neither does the"
                    + " app.")
        QuietHoursView quietHours) {

  static PreferencesView of(Preferences preferences) {
    return new PreferencesView(
        preferences.language(),
        preferences.zone().getId(),
        preferences.amounts(),
        ChosenChannels.of(preferences.channels()),
        preferences.quiet().map(QuietHoursView::of).orElse(null));
  }

  Preferences toPreferences() {
    return new Preferences(
        0,
        language,
        ZoneId.of(timeZone),
        amounts,
        channels.toChannels(),
        quietHours == null ? null : quietHours.toQuietHours());
  }
}
