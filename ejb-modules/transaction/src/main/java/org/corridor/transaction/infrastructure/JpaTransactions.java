package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.corridor.platform.events.EventStore;
import org.corridor.platform.events.Trail;
import org.corridor.platform.jdbc.ArrayColumns;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.transaction.application.RebuildProjection.Projection;
import org.corridor.transaction.application.TransactionQuery;
import org.corridor.transaction.application.Transactions;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.domain.TransactionEvent;

/** Transactions in the event store, and their rows by JPA. */
@ApplicationScoped
public class JpaTransactions implements Transactions, Projection {

  private final TransactionDatabase database;
  private final ClientAccounts accounts = new ClientAccounts();
  private final EventStore events = TransactionEvents.store();

  /** For the container's proxy. */
  protected JpaTransactions() {
    this(null);
  }

  @Inject
  public JpaTransactions(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<Transaction> find(UUID id) {
    return row(id).or(() -> told(id));
  }

  private Optional<Transaction> row(UUID id) {
    return Optional.ofNullable(database.entities().find(TransactionRow.class, id))
        .map(TransactionRow::toTransaction);
  }

  /** As its events say. */
  private Optional<Transaction> told(UUID id) {
    var history = history(id);
    return history.isEmpty() ? Optional.empty() : Optional.of(Transaction.fold(history));
  }

  @Override
  public Optional<Transaction> hold(UUID id) {
    if (held(id) == null) {
      var begun = told(id);
      if (begun.isEmpty()) {
        return Optional.empty();
      }
      writeMissing(begun.get());
      held(id);
    }
    return told(id);
  }

  /** Waits for the desk, if that is about to write it. */
  private void writeMissing(Transaction begun) {
    var pipeline = new Pipeline();
    TransactionRows.insertMissing(pipeline, List.of(begun), id -> {});
    writeAccounts(pipeline, begun);
  }

  /** After what the pipeline has already. */
  private void writeAccounts(Pipeline pipeline, Transaction transaction) {
    accounts.write(pipeline, Stream.of(transaction.movement()));
    database.sql(
        connection -> {
          pipeline.run(connection);
          return null;
        });
  }

  @Override
  public List<TransactionEvent> history(UUID id) {
    return database.sql(connection -> TransactionEvents.history(events, connection, id));
  }

  @Override
  public Set<UUID> abandoned(Collection<UUID> ids, Instant orderedBefore) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select id from transaction where id = any(?::uuid[])"
                      + " and status in ('UNKNOWN', 'DECLINED')"
                      + " union select transaction_id from pending_order"
                      + " where transaction_id = any(?::uuid[]) and attempted_at < ?")) {
            ArrayColumns.bindIds(select, 1, ids);
            ArrayColumns.bindIds(select, 2, ids);
            select.setObject(3, orderedBefore.atOffset(ZoneOffset.UTC));
            var abandoned = new HashSet<UUID>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                abandoned.add(rows.getObject(1, UUID.class));
              }
            }
            return abandoned;
          }
        });
  }

  @Override
  public void add(Change change) {
    append(change);
    database.entities().persist(TransactionRow.of(change.after()));
    database.entities().flush();
    writeAccounts(new Pipeline(), change.after());
  }

  @Override
  public void save(Change change) {
    append(change);
    held(change.after().id()).take(change.after());
    database.entities().flush();
  }

  @Override
  public List<Transaction> list(TransactionQuery query, int limit) {
    var where = new Where();
    where.reach(query.reach());
    where.and("t.id < ", query.before());
    where.either("t.source_account = ", "t.destination_account = ", query.accountId());
    where.and("t.status = ", query.status() == null ? null : query.status().name());
    where.and("t.kind = ", query.kind() == null ? null : query.kind().name());
    where.and("t.made_at >= ", query.from() == null ? null : query.from().atOffset(ZoneOffset.UTC));
    where.and("t.made_at < ", query.to() == null ? null : query.to().atOffset(ZoneOffset.UTC));
    var select =
        database
            .entities()
            .createNativeQuery(
                "select t.* from transaction t"
                    + where.sql()
                    + " order by t.id desc limit "
                    + limit,
                TransactionRow.class);
    where.bind(select);
    var found = new ArrayList<Transaction>();
    for (var row : select.getResultList()) {
      found.add(((TransactionRow) row).toTransaction());
    }
    return found;
  }

  @Override
  public List<UUID> ids(UUID after, int limit) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select id from (select case when starts_with(stream, '"
                      + TransactionEvents.STREAM_PREFIX
                      + "') then substr(stream, ?)::uuid end as id from event where version = 1"
                      + " union select id from transaction) as known"
                      + " where id > ? order by id limit ?")) {
            select.setInt(1, TransactionEvents.STREAM_PREFIX.length() + 1);
            select.setObject(2, after == null ? new UUID(0, 0) : after);
            select.setInt(3, limit);
            var ids = new ArrayList<UUID>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
              }
            }
            return ids;
          }
        });
  }

  @Override
  public Transaction folded(UUID id) {
    // without a row it is the order that its next writer waits for; unless that has just written
    if (held(id) == null && !holdOrder(id)) {
      held(id);
    }
    return told(id).orElse(null);
  }

  private boolean holdOrder(UUID id) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select from pending_order where transaction_id = ? for update")) {
            select.setObject(1, id);
            try (var rows = select.executeQuery()) {
              return rows.next();
            }
          }
        });
  }

  @Override
  public Transaction projected(UUID id) {
    return row(id).or(() -> holdOrder(id) ? told(id) : Optional.empty()).orElse(null);
  }

  @Override
  public void replace(Transaction folded) {
    database.entities().merge(TransactionRow.of(folded));
    database.entities().flush();
    writeAccounts(new Pipeline(), folded);
  }

  private TransactionRow held(UUID id) {
    return database.entities().find(TransactionRow.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private void append(Change change) {
    var after = change.after();
    var happened = change.events();
    database.sql(
        connection ->
            events.append(
                connection,
                TransactionEvents.stream(after.id()),
                after.version() - happened.size(),
                happened,
                after.changedAt(),
                Trail.of(after.making().correlationId())));
  }
}
