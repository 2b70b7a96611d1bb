package org.corridor.client.api;

import jakarta.ws.rs.ApplicationPath;
import java.util.Set;
import org.corridor.web.CorridorApplication;

/** The client context over HTTP: {@code /api/client/v1}. */
@ApplicationPath("/v1")
public class ClientApi extends CorridorApplication {

  public ClientApi() {
    super(
        ClientSecurity.class,
        Set.of(ClientsResource.class, ClientStatusResource.class, KycResource.class));
  }
}
