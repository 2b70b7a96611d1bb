package org.corridor.account.infrastructure.clients;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** What is used of {@code /api/client/v1}. */
@Path("/clients/{id}")
public interface ClientResource {

  /** The client as JSON. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  String read(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("id") UUID id);
}
