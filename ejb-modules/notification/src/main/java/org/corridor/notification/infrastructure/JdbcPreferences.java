package org.corridor.notification.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.corridor.notification.application.PreferenceStore;
import org.corridor.notification.domain.Amounts;
import org.corridor.notification.domain.Category;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Language;
import org.corridor.notification.domain.Preferences;
import org.corridor.notification.domain.QuietHours;
import org.corridor.notification.domain.Recipient;
import org.corridor.platform.json.Json;

/** Preferences in the context's database. */
@ApplicationScoped
public class JdbcPreferences implements PreferenceStore {

  private static final TypeReference<Map<Category, Set<Channel>>> CHANNELS =
      new TypeReference<>() {};

  private static final String ADD =
      "insert into preference (language, time_zone, amounts, channels, quiet_from, quiet_to,"
          + " changed_by, changed_at, version, recipient) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict do nothing";

  private static final String REPLACE =
      "update preference set language = ?, time_zone = ?, amounts = ?, channels = ?,"
          + " quiet_from = ?, quiet_to = ?, changed_by = ?, changed_at = ?, version = ?"
          + " where recipient = ? and version = ?";

  private final NotificationDatabase database;

  @Inject
  public JdbcPreferences(NotificationDatabase database) {
    this.database = database;
  }

  /** For the container's proxy. */
  protected JdbcPreferences() {
    this(null);
  }

  @Override
  public Optional<Preferences> find(Recipient recipient) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement("select * from preference where recipient = ?")) {
            select.setString(1, recipient.toString());
            try (var rows = select.executeQuery()) {
              return rows.next() ? Optional.of(preferences(rows)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public boolean save(
      Recipient recipient, Preferences preferences, long expected, String by, Instant at) {
    return database.sql(
        connection -> {
          try (var save = connection.prepareStatement(expected == 0 ? ADD : REPLACE)) {
            bind(save, preferences, by, at);
            save.setString(10, recipient.toString());
            if (expected > 0) {
              save.setLong(11, expected);
            }
            return save.executeUpdate() == 1;
          }
        });
  }

  private static void bind(PreparedStatement save, Preferences preferences, String by, Instant at)
      throws SQLException {
    var language = preferences.language();
    save.setString(1, language == null ? null : language.name());
    save.setString(2, preferences.zone().getId());
    save.setString(3, preferences.amounts().name());
    save.setString(4, Json.write(preferences.channels()));
    save.setObject(5, preferences.quiet().map(QuietHours::from).orElse(null));
    save.setObject(6, preferences.quiet().map(QuietHours::to).orElse(null));
    save.setString(7, by);
    save.setObject(8, Columns.of(at));
    save.setLong(9, preferences.version());
  }

  private static Preferences preferences(ResultSet row) throws SQLException {
    var language = row.getString("language");
    var from = row.getObject("quiet_from", LocalTime.class);
    return new Preferences(
        row.getLong("version"),
        language == null ? null : Language.valueOf(language),
        ZoneId.of(row.getString("time_zone")),
        Amounts.valueOf(row.getString("amounts")),
        channels(row.getString("channels")),
        from == null ? null : new QuietHours(from, row.getObject("quiet_to", LocalTime.class)));
  }

  private static Map<Category, Set<Channel>> channels(String json) {
    try {
      return Json.mapper().readValue(json, CHANNELS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
