package org.corridor.client.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.corridor.client.domain.ClientBuilder.AGENT;
import static org.corridor.client.domain.ClientBuilder.NOON;
import static org.corridor.client.domain.ClientBuilder.OFFICER;
import static org.corridor.client.domain.ClientBuilder.VALID_UNTIL;
import static org.corridor.client.domain.ClientBuilder.aBusiness;
import static org.corridor.client.domain.ClientBuilder.aProfileOf;
import static org.corridor.client.domain.ClientBuilder.anIndividual;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.client.application.ClientFilter;
import org.corridor.client.application.ClientListing;
import org.corridor.client.domain.Address;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.ClientEvent;
import org.corridor.client.domain.ClientOutcome;
import org.corridor.client.domain.ClientOutcome.Changed;
import org.corridor.client.domain.ClientStatus;
import org.corridor.client.domain.ClosureReason;
import org.corridor.client.domain.KycLevel;
import org.corridor.client.domain.Origin;
import org.corridor.client.domain.Party;
import org.corridor.client.domain.Profile;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.events.StreamMovedOn;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real PostgreSQL and the server's own persistence provider. */
class JpaClientsTest {

  private static final Trail TRAIL = Trail.of("test");
  private static final ClientFilter ALL = new ClientFilter(null, null, null, null);

  private static EntityManagerFactory factory;

  private final List<ClientEvent> announced = new ArrayList<>();
  private final String branch = "B" + Ids.next().toString().substring(28).toUpperCase(Locale.ROOT);

  @BeforeAll
  static void migrate() {
    var database = TestDatabase.create("client");
    new Migrations(database.owner(), "client", JpaClientsTest.class.getClassLoader()).apply();
    factory =
        Persistence.createEntityManagerFactory(
            "client",
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                database.app()));
  }

  @AfterAll
  static void close() {
    factory.close();
  }

  @BeforeEach
  void nothingIsAnnounced() {
    announced.clear();
  }

  @Test
  void nothingOfAnIndividualIsLostOnTheWay() {
    var client = register(aProfileOf(anIndividual()));

    assertThat(found(client.id())).contains(client);
  }

  @Test
  void nothingOfABusinessIsLostOnTheWay() {
    var client = register(aProfileOf(aBusiness()));

    assertThat(found(client.id())).contains(client);
  }

  @Test
  void nothingOfTheLifeIsLostOnTheWay() {
    var registered = register(aProfileOf(anIndividual()));

    var submitted = change(registered.id(), client -> client.submitKyc("agent-2"));
    var approved =
        change(
            registered.id(), client -> client.approveKyc(KycLevel.ENHANCED, VALID_UNTIL, OFFICER));
    var active = change(registered.id(), client -> client.activate(AGENT));

    assertThat(List.of(submitted.version(), approved.version(), active.version()))
        .containsExactly(2L, 3L, 4L);
    assertThat(found(registered.id())).contains(active);
    assertThat(historyOf(registered.id()))
        .extracting(EventEnvelope::type)
        .containsExactly(
            "client.registered.v1",
            "client.kyc-submitted.v1",
            "client.kyc-approved.v1",
            "client.activated.v1");
    assertThat(announced).hasSize(4);
  }

  @Test
  void addressesAndContactPointsAreReplacedInTheirOrder() {
    var registered = register(aProfileOf(anIndividual()));
    var before = registered.profile();
    var moved = new Address(Address.Kind.HOME, null, null, null, "Wien", null, "AT");
    var after =
        new Profile(
            before.party(),
            List.of(moved, before.addresses().get(0)),
            List.of(before.contactPoints().get(1)),
            "en");

    var updated = change(registered.id(), client -> client.update(after, AGENT, NOON));

    assertThat(found(registered.id())).contains(updated);
    assertThat(updated.profile()).isEqualTo(after);
  }

  @Test
  void whatIsRolledBackLeavesNeitherStateNorEvent() {
    var changed = registration(aProfileOf(anIndividual()));
    var entities = factory.createEntityManager();
    entities.getTransaction().begin();
    new JpaClients(entities, announced::add).add(changed, NOON, TRAIL);
    entities.flush();
    entities.getTransaction().rollback();
    entities.close();

    var id = changed.client().id();
    assertThat(found(id)).isEmpty();
    assertThat(historyOf(id)).isEmpty();
  }

  @Test
  void twoWhoHaveSeenTheSameVersionCannotBothChangeIt() {
    var registered = register(aProfileOf(anIndividual()));
    var stale = (Changed) registered.submitKyc("agent-2");
    change(registered.id(), client -> client.submitKyc("agent-3"));

    assertThatThrownBy(
            () ->
                inTransaction(
                    clients -> {
                      clients.keep(stale, NOON, TRAIL);
                      return null;
                    }))
        .isInstanceOf(StreamMovedOn.class);
  }

  @Test
  void holdingSeesWhatAnotherHasCommittedMeanwhile() {
    var registered = register(aProfileOf(anIndividual()));

    inTransaction(
        clients -> {
          assertThat(clients.find(registered.id())).map(Client::version).contains(1L);
          change(registered.id(), client -> client.submitKyc("agent-2"));
          assertThat(clients.hold(registered.id())).map(Client::version).contains(2L);
          return null;
        });
  }

  @Test
  void listsInTheOrderOfRegistrationPageByPage() {
    var first = register(aProfileOf(anIndividual()));
    var second = register(aProfileOf(aBusiness()));
    var third = register(aProfileOf(anIndividual()));
    var here = new ClientFilter(null, null, branch, null);

    assertThat(idsOf(here, null, 2)).containsExactly(first.id(), second.id());
    assertThat(idsOf(here, second.id(), 2)).containsExactly(third.id());
    assertThat(idsOf(here, third.id(), 2)).isEmpty();
  }

  @Test
  void findsByTheBeginningOfTheName() {
    var person = register(aProfileOf(anIndividual()));
    var business = register(aProfileOf(aBusiness()));
    var odd = register(aProfileOf(new Party.Business("100% Fair_Trade!", "1", "DE")));

    assertThat(idsOf(named("MULLER a"), null, 9)).containsExactly(person.id());
    assertThat(idsOf(named("kaffee"), null, 9)).containsExactly(business.id());
    assertThat(idsOf(named("anna"), null, 9)).isEmpty();
    assertThat(idsOf(named("100% fair_trade!"), null, 9)).containsExactly(odd.id());
    assertThat(idsOf(named("%"), null, 9)).isEmpty();
    assertThat(idsOf(named("100_"), null, 9)).isEmpty();
  }

  @Test
  void findsByStatusAndById() {
    var person = register(aProfileOf(anIndividual()));
    var closed = register(aProfileOf(aBusiness()));
    change(closed.id(), client -> client.close(ClosureReason.OTHER, AGENT));

    assertThat(idsOf(new ClientFilter(null, ClientStatus.CLOSED, branch, null), null, 9))
        .containsExactly(closed.id());
    assertThat(listed(filterById(person.id()), null, 9))
        .containsExactly(
            new ClientListing(
                person.id(),
                person.profile().party().kind(),
                "Anna Müller",
                branch,
                ClientStatus.PROSPECT,
                person.kyc().status(),
                person.kyc().level()));
  }

  @Test
  void findsTheApprovalsThatHaveEnded() {
    var registered = register(aProfileOf(anIndividual()));
    var lastDay = LocalDate.of(2020, 2, 29);
    change(registered.id(), client -> client.submitKyc(AGENT));
    change(registered.id(), client -> client.approveKyc(KycLevel.BASIC, lastDay, OFFICER));

    assertThat(dueBefore(lastDay)).isEmpty();
    assertThat(dueBefore(lastDay.plusDays(1))).containsExactly(registered.id());
    change(registered.id(), client -> client.expireKyc("system", NOON));
    assertThat(dueBefore(lastDay.plusDays(1))).isEmpty();
  }

  private ClientFilter named(String prefix) {
    return new ClientFilter(null, null, branch, prefix);
  }

  private static ClientFilter filterById(UUID id) {
    return new ClientFilter(id, ALL.status(), ALL.branch(), ALL.namePrefix());
  }

  private List<UUID> idsOf(ClientFilter filter, UUID after, int limit) {
    return listed(filter, after, limit).stream().map(ClientListing::id).toList();
  }

  private List<ClientListing> listed(ClientFilter filter, UUID after, int limit) {
    return inTransaction(clients -> clients.list(filter, after, limit));
  }

  private Optional<Client> found(UUID id) {
    return inTransaction(clients -> clients.find(id));
  }

  private List<EventEnvelope> historyOf(UUID id) {
    return inTransaction(clients -> clients.history(id));
  }

  private List<UUID> dueBefore(LocalDate day) {
    return inTransaction(clients -> clients.approvedUntilBefore(day, 9));
  }

  private Changed registration(Profile profile) {
    return (Changed) Client.register(Ids.next(), new Origin(branch, AGENT, NOON), profile);
  }

  private Client register(Profile profile) {
    var changed = registration(profile);
    return inTransaction(
        clients -> {
          clients.add(changed, NOON, TRAIL);
          return changed.client();
        });
  }

  private Client change(UUID id, Function<Client, ClientOutcome> command) {
    return inTransaction(
        clients -> {
          var changed = (Changed) command.apply(clients.hold(id).orElseThrow());
          clients.keep(changed, NOON, TRAIL);
          return changed.client();
        });
  }

  private <T> T inTransaction(Function<JpaClients, T> work) {
    EntityManager entities = factory.createEntityManager();
    try {
      entities.getTransaction().begin();
      var result = work.apply(new JpaClients(entities, announced::add));
      entities.getTransaction().commit();
      return result;
    } finally {
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.close();
    }
  }
}
