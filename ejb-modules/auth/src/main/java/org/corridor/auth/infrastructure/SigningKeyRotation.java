package org.corridor.auth.infrastructure;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every minute whether signing keys come or go, or another replica has seen to it. */
@Singleton
@Startup
@DependsOn("AuthStartup")
@TransactionManagement(TransactionManagementType.BEAN)
public class SigningKeyRotation {

  private static final Logger LOG = Logger.getLogger(SigningKeyRotation.class.getName());

  @Inject private DatabaseSigningKeys keys;

  @Schedule(hour = "*", minute = "*", persistent = false)
  void look() {
    try {
      keys.refresh();
    } catch (IllegalStateException e) {
      LOG.log(Level.WARNING, "the signing keys cannot be read; trying again in a minute", e);
    }
  }
}
