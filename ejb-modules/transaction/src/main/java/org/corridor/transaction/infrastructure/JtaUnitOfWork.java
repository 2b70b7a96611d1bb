package org.corridor.transaction.infrastructure;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;
import org.corridor.transaction.application.UnitOfWork;

/** A transaction of the container, always a new one; a runtime exception rolls it back. */
@Stateless
@Local(UnitOfWork.class)
public class JtaUnitOfWork implements UnitOfWork {

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public <T> T within(Supplier<T> work) {
    return work.get();
  }
}
