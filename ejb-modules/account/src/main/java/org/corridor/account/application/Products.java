package org.corridor.account.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.domain.Product;
import org.corridor.platform.events.Trail;

/** All products there are. */
public interface Products {

  Optional<Product> find(UUID id);

  Optional<Product> findByCode(String code);

  /** In the order of creation, after the product with the given id; up to {@code limit}. */
  List<Product> list(UUID after, int limit);

  /**
   * @throws AlreadyExists if its code is taken
   */
  void add(Product product, Trail trail);
}
