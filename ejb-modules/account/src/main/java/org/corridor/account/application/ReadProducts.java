package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.domain.Product;

/** Finds products; everybody who may read products may read all. */
@ApplicationScoped
public class ReadProducts {

  private final Products products;

  @Inject
  public ReadProducts(Products products) {
    this.products = products;
  }

  /** For the container's proxy. */
  protected ReadProducts() {
    this(null);
  }

  @Transactional
  public Optional<Product> byId(UUID id) {
    return products.find(id);
  }

  /** In the order of creation, after the product with the given id; up to {@code limit}. */
  @Transactional
  public List<Product> list(UUID after, int limit) {
    return products.list(after, limit);
  }
}
