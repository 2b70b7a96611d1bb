package org.corridor.transaction.infrastructure.payment;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The interface of a processor. */
@Path("")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public interface ProcessorResource {

  @PUT
  @Path("payments/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  Response submit(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @PathParam("id") UUID id,
      String payment);

  @GET
  @Path("payments/{id}")
  Response payment(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("id") UUID id);

  @GET
  @Path("returns")
  Response returns(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @QueryParam("after") long after,
      @QueryParam("limit") int limit);
}
