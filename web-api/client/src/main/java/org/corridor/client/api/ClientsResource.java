package org.corridor.client.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.corridor.contracts.client.ClientContract;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.RequiresPermission;

/** Clients. */
@Path("/clients")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClientsResource {

  private final ClientContract clients;

  @Inject
  public ClientsResource(ClientContract clients) {
    this.clients = clients;
  }

  /** For the container's proxy. */
  protected ClientsResource() {
    this(null);
  }

  @GET
  @Path("/{id}")
  @RequiresPermission("clients:read")
  public Response read(@PathParam("id") UUID id) {
    return clients
        .client(id)
        .map(client -> Response.ok(client).build())
        .orElseGet(() -> Problem.notFound("client").toResponse());
  }
}
