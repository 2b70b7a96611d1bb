package org.corridor.client.api;

import jakarta.ws.rs.ApplicationPath;
import java.util.Set;
import org.corridor.web.CorridorApplication;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The client context over HTTP: {@code /api/client/v1}. */
@ApplicationPath("/v1")
@SecurityScheme(
    securitySchemeName = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT (RFC 9068), audience corridor-client")
public class ClientApi extends CorridorApplication {

  public ClientApi() {
    super(
        ClientSecurity.class,
        Set.of(ClientsResource.class, ClientStatusResource.class, KycResource.class));
  }
}
