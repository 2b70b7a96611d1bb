package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.corridor.kernel.Caller;
import org.corridor.notification.application.PreferencesOutcome.Found;
import org.corridor.notification.application.PreferencesOutcome.NotFound;
import org.corridor.notification.application.PreferencesOutcome.NotOffered;
import org.corridor.notification.application.PreferencesOutcome.Stale;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.NotificationEvent;
import org.corridor.notification.domain.NotificationEvent.PreferencesChanged;
import org.corridor.notification.domain.Preferences;
import org.corridor.notification.domain.Recipient;
import org.corridor.platform.events.Trail;

/** Reads and sets how somebody wants to be told. */
@ApplicationScoped
public class KeepPreferences {

  private final UnitOfWork units;
  private final PreferenceBook book;
  private final ReachClients reach;
  private final Channels channels;
  private final Clock clock;

  /** Where preferences are kept, and what tells of their changes. */
  @ApplicationScoped
  public static class PreferenceBook {

    private final PreferenceStore store;
    private final DefaultPreferences defaults;
    private final EventLog events;

    @Inject
    public PreferenceBook(PreferenceStore store, DefaultPreferences defaults, EventLog events) {
      this.store = store;
      this.defaults = defaults;
      this.events = events;
    }

    /** For the container's proxy. */
    protected PreferenceBook() {
      this(null, null, null);
    }

    Preferences of(Recipient recipient) {
      return store.find(recipient).orElseGet(defaults::get);
    }

    boolean save(Recipient recipient, Preferences after, String by, Instant at) {
      return store.save(recipient, after, after.version() - 1, by, at);
    }

    void append(String stream, long expected, NotificationEvent event, Instant at, Trail trail) {
      events.append(stream, expected, event, at, trail);
    }
  }

  @Inject
  public KeepPreferences(
      UnitOfWork units,
      PreferenceBook book,
      ReachClients reach,
      Channels channels,
      @NotificationClock Clock clock) {
    this.units = units;
    this.book = book;
    this.reach = reach;
    this.channels = channels;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected KeepPreferences() {
    this(null, null, null, null, null);
  }

  /**
   * @throws DirectoryUnavailable if it cannot be told now whether the caller reaches the recipient
   */
  public PreferencesOutcome read(Caller caller, Recipient recipient) {
    return reach.reaches(caller, recipient)
        ? new Found(units.within(() -> book.of(recipient)))
        : new NotFound();
  }

  /**
   * @param expected the version that the caller has read; 0 if nothing was ever chosen
   * @throws DirectoryUnavailable if it cannot be told now whether the caller reaches the recipient
   */
  public PreferencesOutcome set(
      Caller caller, Recipient recipient, Preferences wanted, long expected, Trail trail) {
    if (!reach.reaches(caller, recipient)) {
      return new NotFound();
    }
    return units.within(() -> save(caller, recipient, wanted, expected, trail));
  }

  private PreferencesOutcome save(
      Caller caller, Recipient recipient, Preferences wanted, long expected, Trail trail) {
    var before = book.of(recipient);
    if (before.version() != expected) {
      return new Stale();
    }
    var notOffered = notOffered(before, wanted);
    if (!notOffered.isEmpty()) {
      return new NotOffered(notOffered);
    }
    if (before.equals(wanted.withVersion(expected))) {
      return new Found(before);
    }
    var now = clock.instant();
    var after = wanted.withVersion(expected + 1);
    if (!book.save(recipient, after, caller.subject(), now)) {
      return new Stale();
    }
    var event = new PreferencesChanged(recipient.kind(), recipient.id(), caller.subject());
    book.append("preferences/" + recipient, expected, event, now, trail);
    return new Found(after);
  }

  /** What was chosen before may stay: it counts again when it is offered again. */
  private Set<Channel> notOffered(Preferences before, Preferences wanted) {
    var chosen = EnumSet.noneOf(Channel.class);
    wanted.channels().values().forEach(chosen::addAll);
    before.channels().values().forEach(chosen::removeAll);
    chosen.removeAll(channels.offered());
    return chosen;
  }
}
