package org.corridor.notification.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How somebody wants to be told.
 *
 * @param version each change adds one; 0 if nothing was ever chosen
 * @param language one of {@link Language}; null to follow the client record
 * @param channels for each category that can be chosen; an absent one has none
 * @param quietHours null for none
 */
public record Preferences(
    long version,
    Language language,
    ZoneId zone,
    Amounts amounts,
    Map<Category, Set<Channel>> channels,
    QuietHours quietHours) {

  public Preferences {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(amounts, "amounts");
    var copy = new EnumMap<Category, Set<Channel>>(Category.class);
    channels.forEach((category, chosen) -> copy.put(category, Set.copyOf(chosen)));
    if (copy.keySet().stream().anyMatch(Category::isMandatory)) {
      throw new IllegalArgumentException("mandatory notices cannot be chosen");
    }
    channels = Map.copyOf(copy);
  }

  /** Of somebody who has not chosen anything yet. */
  public static Preferences initial(ZoneId zone) {
    var channels = new EnumMap<Category, Set<Channel>>(Category.class);
    for (var category : Category.values()) {
      if (!category.isMandatory()) {
        channels.put(category, EnumSet.of(Channel.EMAIL, Channel.IN_APP));
      }
    }
    return new Preferences(0, null, zone, Amounts.IN_APP, channels, null);
  }

  public Preferences withVersion(long newVersion) {
    return new Preferences(newVersion, language, zone, amounts, channels, quietHours);
  }

  /** Where notices of this category go; mandatory ones go everywhere. */
  public Set<Channel> channelsFor(Category category) {
    return category.isMandatory()
        ? EnumSet.allOf(Channel.class)
        : channels.getOrDefault(category, Set.of());
  }

  /**
   * When something that is ready now may be sent. The app disturbs nobody who does not look, so
   * nothing waits there.
   */
  public Instant dueAt(Category category, Channel channel, Instant now) {
    return category.isMandatory() || channel == Channel.IN_APP || quietHours == null
        ? now
        : quietHours.endIfQuiet(now, zone);
  }

  /** What of the facts may be said there. */
  public Facts told(Facts facts, Channel channel) {
    return amounts.mayStandIn(channel) ? facts : facts.withoutAmount();
  }

  public Optional<QuietHours> quiet() {
    return Optional.ofNullable(quietHours);
  }
}
