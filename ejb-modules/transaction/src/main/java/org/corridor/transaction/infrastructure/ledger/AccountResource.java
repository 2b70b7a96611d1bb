package org.corridor.transaction.infrastructure.ledger;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** What is used of the account context's interface, {@code /api/account/v1}. */
@Path("")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public interface AccountResource {

  String CORRELATION = "X-Correlation-Id";

  @PUT
  @Path("journals/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  Response putJournal(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @HeaderParam(CORRELATION) String correlationId,
      @PathParam("id") UUID id,
      String journal);

  @POST
  @Path("journal-batches")
  @Consumes(MediaType.APPLICATION_JSON)
  Response postJournals(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @HeaderParam(CORRELATION) String correlationId,
      String batch);

  @GET
  @Path("journals/{id}")
  Response journal(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("id") UUID id);

  @GET
  @Path("accounts/{id}")
  Response account(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("id") UUID id);

  @GET
  @Path("accounts")
  Response accounts(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @QueryParam("number") String number);

  @PUT
  @Path("accounts/{id}/holds/{holdId}")
  @Consumes(MediaType.APPLICATION_JSON)
  Response putHold(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @HeaderParam(CORRELATION) String correlationId,
      @PathParam("id") UUID id,
      @PathParam("holdId") UUID holdId,
      String hold);

  @POST
  @Path("accounts/{id}/holds/{holdId}/release")
  Response releaseHold(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @HeaderParam(CORRELATION) String correlationId,
      @PathParam("id") UUID id,
      @PathParam("holdId") UUID holdId);

  @GET
  @Path("accounts/{id}/holds/{holdId}")
  Response hold(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @PathParam("id") UUID id,
      @PathParam("holdId") UUID holdId);
}
