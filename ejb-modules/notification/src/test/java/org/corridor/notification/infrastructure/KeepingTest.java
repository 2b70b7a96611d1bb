package org.corridor.notification.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.notification.application.Deliveries.Filter;
import org.corridor.notification.application.PreferencesOutcome;
import org.corridor.notification.application.PreferencesOutcome.Found;
import org.corridor.notification.application.PreferencesOutcome.NotFound;
import org.corridor.notification.application.PreferencesOutcome.Stale;
import org.corridor.notification.application.TakePushSubscriptions;
import org.corridor.notification.domain.Amounts;
import org.corridor.notification.domain.Category;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Language;
import org.corridor.notification.domain.Preferences;
import org.corridor.notification.domain.QuietHours;
import org.corridor.notification.domain.Recipient;
import org.corridor.platform.events.Trail;
import org.junit.jupiter.api.Test;

/** What people choose and read, and who may. */
class KeepingTest {

  private static final Trail TRAIL = Trail.of("correlation");

  private static final Preferences WANTED =
      new Preferences(
          0,
          Language.DE,
          ZoneId.of("Europe/Berlin"),
          Amounts.EVERYWHERE,
          Map.of(
              Category.PAYMENTS, Set.of(Channel.EMAIL, Channel.SMS),
              Category.ACCOUNTS, Set.of(),
              Category.IDENTITY, Set.of(Channel.IN_APP)),
          new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));

  private final World world = new World();
  private final UUID annaId = world.anna();
  private final Recipient anna = Recipient.client(annaId);
  private final Caller annaHerself = new Caller("anna", Set.of(), null, annaId, Map.of());
  private final Caller teller =
      new Caller(UUID.randomUUID().toString(), Set.of(), "BER", null, Map.of());
  private final Caller elsewhere =
      new Caller(UUID.randomUUID().toString(), Set.of(), "MUC", null, Map.of());
  private final Caller admin = new Caller("admin", Set.of(), null, null, Map.of());

  @Test
  void preferencesAreReadAsTheyWereSet() {
    var before = world.keeping.read(annaHerself, anna);

    var set = set(annaHerself, WANTED, 0);

    assertThat(((Found) before).preferences().version()).isZero();
    assertThat(set).isEqualTo(new Found(WANTED.withVersion(1)));
    assertThat(world.keeping.read(annaHerself, anna)).isEqualTo(set);
    assertThat(world.value("select data from event")).contains(annaId.toString(), "anna");
  }

  @Test
  void ofTwoWhoHaveReadTheSameOneSetsThem() {
    assertThat(set(annaHerself, WANTED, 0)).isInstanceOf(Found.class);
    assertThat(set(annaHerself, WANTED, 0)).isInstanceOf(Stale.class);
    assertThat(set(annaHerself, WANTED, 7)).isInstanceOf(Stale.class);
    assertThat(set(teller, Preferences.initial(ZoneId.of("UTC")), 1)).isInstanceOf(Found.class);
    assertThat(world.value("select count(*) from event")).isEqualTo("2");
  }

  @Test
  void theSameAgainChangesNothing() {
    set(annaHerself, WANTED, 0);

    assertThat(set(annaHerself, WANTED, 1)).isEqualTo(new Found(WANTED.withVersion(1)));
  }

  @Test
  void othersAreNotFound() {
    var ben = new Caller("ben", Set.of(), null, world.anna(), Map.of());

    assertThat(world.keeping.read(ben, anna)).isInstanceOf(NotFound.class);
    assertThat(set(ben, WANTED, 0)).isInstanceOf(NotFound.class);
    assertThat(world.keeping.read(elsewhere, anna)).isInstanceOf(NotFound.class);
    assertThat(world.keeping.read(teller, anna)).isInstanceOf(Found.class);
    assertThat(world.keeping.read(admin, anna)).isInstanceOf(Found.class);
    assertThat(world.keeping.read(admin, Recipient.client(UUID.randomUUID())))
        .isInstanceOf(NotFound.class);
    assertThat(world.value("select count(*) from preference")).isEqualTo("0");
  }

  @Test
  void theLogIsSeenAsFarAsTheCallerReaches() {
    world.happened(World.paid(annaId, UUID.randomUUID(), world.anna(), UUID.randomUUID()));
    var all = new Filter(null, null, null);
    var annas = new Filter(anna, null, null);

    assertThat(world.log.list(admin, all, null, 100)).hasSize(4);
    assertThat(world.log.list(admin, annas, null, 100)).hasSize(2);
    assertThat(world.log.list(teller, annas, null, 100)).hasSize(2);
    assertThat(world.log.list(teller, all, null, 100)).isEmpty();
    assertThat(world.log.list(elsewhere, annas, null, 100)).isEmpty();
    assertThat(world.log.list(annaHerself, all, null, 100)).hasSize(2);
    assertThat(world.log.list(admin, new Filter(anna, null, Channel.EMAIL), null, 100)).hasSize(1);
  }

  @Test
  void theLogIsReadPageByPage() {
    for (var i = 0; i < 5; i++) {
      world.take(World.paid(annaId, UUID.randomUUID(), annaId, UUID.randomUUID()));
    }
    world.addressAll();
    var filter = new Filter(anna, null, Channel.EMAIL);

    var first = world.log.list(admin, filter, null, 6);
    var second = world.log.list(admin, filter, first.get(5).id(), 6);

    assertThat(first).hasSize(6);
    assertThat(second).hasSize(4).doesNotContainAnyElementsOf(first);
  }

  @Test
  void messagesHaveNumbersOfTheirRecipientAndAreReadOnce() {
    for (var i = 0; i < 3; i++) {
      world.happened(World.paid(annaId, UUID.randomUUID(), world.anna(), UUID.randomUUID()));
    }
    var messages = world.messagesOf(anna);

    var read = world.reading.read(anna, messages.get(0).id()).orElseThrow();
    var again = world.reading.read(anna, messages.get(0).id()).orElseThrow();

    assertThat(messages).extracting("number").containsExactly(3L, 2L, 1L);
    assertThat(read.readAt()).isNotNull().isEqualTo(again.readAt());
    assertThat(world.reading.newest(anna, true, null, 10)).hasSize(2);
    assertThat(world.reading.newest(anna, false, 3L, 10)).hasSize(2);
    assertThat(world.reading.after(anna, 1, 10)).extracting("number").containsExactly(2L, 3L);
    assertThat(world.reading.last(List.of(anna))).containsEntry(anna, 3L);
    assertThat(world.reading.read(Recipient.client(UUID.randomUUID()), messages.get(0).id()))
        .isEmpty();
  }

  @Test
  void oneHasSoManyDevicesAndNoMore() {
    for (var i = 0; i < TakePushSubscriptions.MOST; i++) {
      assertThat(world.devices.add(anna, "https://push.example/" + i, "k", "s")).isPresent();
    }

    assertThat(world.devices.add(anna, "https://push.example/more", "k", "s")).isEmpty();
    assertThat(world.devices.add(anna, "https://push.example/0", "k2", "s")).isPresent();
    var first = world.devices.of(anna).get(0);
    assertThat(world.devices.remove(Recipient.client(UUID.randomUUID()), first.id())).isFalse();
    assertThat(world.devices.remove(anna, first.id())).isTrue();
  }

  private PreferencesOutcome set(Caller caller, Preferences wanted, long expected) {
    return world.keeping.set(caller, anna, wanted, expected, TRAIL);
  }
}
