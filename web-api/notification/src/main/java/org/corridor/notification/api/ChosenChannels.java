package org.corridor.notification.api;

import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.corridor.notification.domain.Category;
import org.corridor.notification.domain.Channel;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where notices of each category go. */
@Schema(
    name = "ChosenChannels",
    description =
        "An empty list switches a category off. Security notices cannot be chosen: they go to every"
            + " channel that is offered.")
public record ChosenChannels(
    @NotNull(message = "is required")
        @Schema(
            type = SchemaType.ARRAY,
            implementation = String.class,
            enumeration = {"EMAIL", "SMS", "PUSH", "IN_APP"},
            example = "[\"EMAIL\",\"IN_APP\"]")
        List<@NotNull(message = "must not be null") Channel> payments,
    @NotNull(message = "is required")
        @Schema(
            type = SchemaType.ARRAY,
            implementation = String.class,
            enumeration = {"EMAIL", "SMS", "PUSH", "IN_APP"},
            example = "[\"IN_APP\"]")
        List<@NotNull(message = "must not be null") Channel> accounts,
    @NotNull(message = "is required")
        @Schema(
            type = SchemaType.ARRAY,
            implementation = String.class,
            enumeration = {"EMAIL", "SMS", "PUSH", "IN_APP"},
            example = "[]")
        List<@NotNull(message = "must not be null") Channel> identity) {

  static ChosenChannels of(Map<Category, Set<Channel>> channels) {
    return new ChosenChannels(
        sorted(channels.get(Category.PAYMENTS)),
        sorted(channels.get(Category.ACCOUNTS)),
        sorted(channels.get(Category.IDENTITY)));
  }

  Map<Category, Set<Channel>> toChannels() {
    var channels = new EnumMap<Category, Set<Channel>>(Category.class);
    channels.put(Category.PAYMENTS, Set.copyOf(payments));
    channels.put(Category.ACCOUNTS, Set.copyOf(accounts));
    channels.put(Category.IDENTITY, Set.copyOf(identity));
    return channels;
  }

  private static List<Channel> sorted(Set<Channel> channels) {
    return channels == null || channels.isEmpty()
        ? List.of()
        : List.copyOf(EnumSet.copyOf(channels));
  }
}
