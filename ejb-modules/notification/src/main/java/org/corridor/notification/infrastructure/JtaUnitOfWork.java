package org.corridor.notification.infrastructure;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;
import org.corridor.notification.application.UnitOfWork;

/** A transaction of the container, always a new one; a runtime exception rolls it back. */
@Stateless
@Local(UnitOfWork.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JtaUnitOfWork implements UnitOfWork {

  @Override
  public <T> T within(Supplier<T> work) {
    return work.get();
  }

  @Override
  public void run(Runnable work) {
    work.run();
  }
}
