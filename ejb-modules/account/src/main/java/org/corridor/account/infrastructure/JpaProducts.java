package org.corridor.account.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.application.Products;
import org.corridor.account.domain.Product;
import org.corridor.platform.events.Trail;

/**
 * Products as rows.
 *
 * <p>Each call is a transaction, or part of one: outside of one, the server would keep the
 * connection until the whole request is answered, also while it waits for the ledger.
 */
@ApplicationScoped
@Transactional
public class JpaProducts implements Products {

  @PersistenceContext(unitName = "account")
  private EntityManager entities;

  /** For the container. */
  protected JpaProducts() {}

  JpaProducts(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<Product> find(UUID id) {
    return Optional.ofNullable(entities.find(ProductRow.class, id)).map(ProductRow::toProduct);
  }

  @Override
  public Optional<Product> findByCode(String code) {
    return entities
        .createQuery("select p from Product p where p.code = :code", ProductRow.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst()
        .map(ProductRow::toProduct);
  }

  @Override
  public List<Product> list(UUID after, int limit) {
    var where = after == null ? "" : " where p.id > :after";
    var query =
        entities
            .createQuery("select p from Product p" + where + " order by p.id", ProductRow.class)
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("after", after);
    }
    return query.getResultStream().map(ProductRow::toProduct).toList();
  }

  @Override
  public void add(Product product, Trail trail) {
    AccountEvents.insert(
        () -> {
          entities.persist(ProductRow.of(product));
          entities.flush();
        },
        "a product");
    AccountEvents.store()
        .append(
            AccountEvents.connection(entities),
            AccountEvents.productStream(product.id()),
            0,
            List.of(product.created()),
            product.createdAt(),
            trail);
  }
}
