package org.corridor.auth.infrastructure;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.corridor.auth.application.RegisterConfiguredClients;
import org.corridor.auth.application.Roles;
import org.corridor.auth.application.SecondFactorRoles;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes or opens the signing keys and registers the configured clients, before anybody calls. */
@Singleton
@Startup
@DependsOn("AuthSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class AuthStartup {

  @Inject private DatabaseSigningKeys keys;

  @Inject private RegisterConfiguredClients clients;

  @Inject private SecondFactorRoles secondFactorRoles;

  @Inject private Roles roles;

  @PostConstruct
  void start() {
    secondFactorRoles.requireKnown(roles.all());
    keys.refresh();
    Config config = ConfigProvider.getConfig();
    var trail = Trail.of("start-" + Ids.next());
    var bootstrapId = AuthConfiguration.text(config, "corridor.auth.bootstrap.client-id");
    var bootstrapSecret = AuthConfiguration.text(config, "corridor.auth.bootstrap.client-secret");
    if (bootstrapId.isPresent() && bootstrapSecret.isPresent()) {
      clients.bootstrap(bootstrapId.get(), bootstrapSecret.get(), trail);
    }
    var serviceId = AuthConfiguration.text(config, "corridor.auth.service.client-id");
    AuthConfiguration.text(config, "corridor.auth.service.client-secret")
        .ifPresent(secret -> clients.service(serviceId.orElse("corridor-service"), secret, trail));
  }
}
