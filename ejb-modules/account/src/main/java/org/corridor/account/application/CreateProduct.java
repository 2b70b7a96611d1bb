package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.corridor.account.domain.Product;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** Adds a product that accounts can be opened of. */
@ApplicationScoped
public class CreateProduct {

  private final Products products;
  private final Clock clock;

  public CreateProduct(Products products, Clock clock) {
    this.products = products;
    this.clock = clock;
  }

  @Inject
  public CreateProduct(Products products) {
    this(products, Clock.systemUTC());
  }

  /** For the container's proxy. */
  protected CreateProduct() {
    this(null, null);
  }

  /**
   * @throws AlreadyExists if the code is taken
   */
  @Transactional
  public Product create(Product.Draft draft, Trail trail) {
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var product = Product.create(Ids.next(), draft, at);
    products.add(product, trail);
    return product;
  }
}
