package org.corridor.client.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.corridor.client.application.ClientFilter;
import org.corridor.client.application.ClientListing;
import org.corridor.client.application.Clients;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.ClientEvent;
import org.corridor.client.domain.ClientOutcome.Changed;
import org.corridor.client.domain.ClientStatus;
import org.corridor.client.domain.KycLevel;
import org.corridor.client.domain.KycStatus;
import org.corridor.client.domain.PartyKind;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.events.Trail;

/** Clients as rows, and their events beside them on the very same connection. */
@ApplicationScoped
public class JpaClients implements Clients {

  @PersistenceContext(unitName = "client")
  private EntityManager entities;

  private final Consumer<ClientEvent> announcement;

  /** Events are announced inside; who counts them observes the end of the transaction. */
  @Inject
  public JpaClients(Event<ClientEvent> announcement) {
    this.announcement = announcement::fire;
  }

  JpaClients(EntityManager entities, Consumer<ClientEvent> announcement) {
    this.entities = entities;
    this.announcement = announcement;
  }

  /** For the container's proxy. */
  protected JpaClients() {
    this.announcement = null;
  }

  @Override
  public Optional<Client> find(UUID id) {
    return Optional.ofNullable(entities.find(ClientRow.class, id)).map(ClientMapping::toClient);
  }

  @Override
  public Optional<Client> hold(UUID id) {
    var row = entities.find(ClientRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      return Optional.empty();
    }
    // what this transaction has read before it got the lock may be old, addresses included
    entities.refresh(row);
    return Optional.of(ClientMapping.toClient(row));
  }

  @Override
  public void add(Changed registered, Instant at, Trail trail) {
    var row = new ClientRow();
    row.id = registered.client().id();
    ClientMapping.write(registered.client(), row);
    entities.persist(row);
    append(registered, at, trail);
  }

  @Override
  public void keep(Changed changed, Instant at, Trail trail) {
    if (changed.events().isEmpty()) {
      return;
    }
    var row = entities.find(ClientRow.class, changed.client().id());
    ClientMapping.write(changed.client(), row);
    append(changed, at, trail);
  }

  @Override
  public List<ClientListing> list(ClientFilter filter, UUID after, int limit) {
    var where = new StringBuilder("1 = 1");
    var parameters = new HashMap<String, Object>();
    restrict(where, parameters, "c.id = :id", "id", filter.id());
    restrict(where, parameters, "c.id > :after", "after", after);
    restrict(where, parameters, "c.branch = :branch", "branch", filter.branch());
    restrict(where, parameters, "c.status = :status", "status", nameOf(filter.status()));
    restrict(
        where,
        parameters,
        "c.searchName like :name escape '!'",
        "name",
        prefix(filter.namePrefix()));
    var query =
        entities.createQuery(
            "select c.id, c.kind, c.givenName, c.familyName, c.legalName, c.branch, c.status,"
                + " c.kycStatus, c.kycLevel from Client c where "
                + where
                + " order by c.id",
            Object[].class);
    parameters.forEach(query::setParameter);
    return limited(query, limit).stream().map(JpaClients::listing).toList();
  }

  @Override
  public List<EventEnvelope> history(UUID id) {
    return ClientEvents.store().read(connection(), ClientEvents.stream(id));
  }

  @Override
  public List<UUID> approvedUntilBefore(LocalDate day, int limit) {
    var query =
        entities
            .createQuery(
                "select c.id from Client c where c.kycStatus = 'APPROVED'"
                    + " and c.kycValidUntil < :day order by c.kycValidUntil",
                UUID.class)
            .setParameter("day", day);
    return limited(query, limit);
  }

  private void append(Changed changed, Instant at, Trail trail) {
    var client = changed.client();
    var before = client.version() - changed.events().size();
    ClientEvents.store()
        .append(
            connection(), ClientEvents.stream(client.id()), before, changed.events(), at, trail);
    changed.events().forEach(announcement);
  }

  /** That of the transaction that runs, so state and events are committed together. */
  private Connection connection() {
    return entities.unwrap(Connection.class);
  }

  private static <T> List<T> limited(TypedQuery<T> query, int limit) {
    return query.setMaxResults(limit).getResultList();
  }

  private static void restrict(
      StringBuilder where,
      Map<String, Object> parameters,
      String condition,
      String name,
      Object value) {
    if (value != null) {
      where.append(" and ").append(condition);
      parameters.put(name, value);
    }
  }

  private static String nameOf(ClientStatus status) {
    return status == null ? null : status.name();
  }

  private static String prefix(String name) {
    return name == null ? null : SearchName.of(name).replaceAll("[!%_]", "!$0") + "%";
  }

  private static ClientListing listing(Object[] row) {
    var kind = PartyKind.valueOf((String) row[1]);
    var name = kind == PartyKind.INDIVIDUAL ? row[2] + " " + row[3] : (String) row[4];
    return new ClientListing(
        (UUID) row[0],
        kind,
        name,
        (String) row[5],
        ClientStatus.valueOf((String) row[6]),
        KycStatus.valueOf((String) row[7]),
        KycLevel.valueOf((String) row[8]));
  }
}
