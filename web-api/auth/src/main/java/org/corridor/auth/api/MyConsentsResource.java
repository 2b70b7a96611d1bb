package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.application.WithdrawConsent;
import org.corridor.auth.domain.Consent;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.security.AnyCaller;
import org.corridor.web.security.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one lets programs of others have. */
@Path("/me/consents")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-ins")
@SecurityRequirement(name = "bearer")
public class MyConsentsResource {

  private final WithdrawConsent withdrawing;

  @Inject
  public MyConsentsResource(WithdrawConsent withdrawing) {
    this.withdrawing = withdrawing;
  }

  /** For the container's proxy. */
  protected MyConsentsResource() {
    this(null);
  }

  @GET
  @AnyCaller
  @Operation(
      operationId = "listMyConsents",
      summary = "Tells what one lets programs have",
      description =
          "They are few: always one page. Permission: none; any valid token of a person. Problems:"
              + " not-found.")
  @APIResponse(
      responseCode = "200",
      description = "By the programs' ids.",
      content = @Content(schema = @Schema(implementation = ConsentView.ConsentPage.class)))
  public Response mine(@Context SecurityContext security) {
    var userId = SessionAnswers.oneself(Callers.of(security));
    var items = withdrawing.list(userId).stream().map(ConsentView::of).toList();
    return Response.ok(new ConsentView.ConsentPage(items)).build();
  }

  @DELETE
  @Path("{client}")
  @AnyCaller
  @Operation(
      operationId = "withdrawMyConsent",
      summary = "Lets a program have nothing any more",
      description =
          "Its tokens count for nothing within seconds. Permission: none; any valid token of a"
              + " person. Problems: not-found, temporarily-unavailable.")
  @APIResponse(responseCode = "204", description = "Withdrawn.")
  public Response withdraw(@PathParam("client") String client, @Context SecurityContext security) {
    var userId = SessionAnswers.oneself(Callers.of(security));
    var outcome = withdrawing.withdraw(userId, client, Trail.of(Correlation.currentId()));
    return outcome instanceof Outcome.Done
        ? Response.noContent().build()
        : Refusals.problem(((Outcome.Refused<Consent>) outcome).refusal()).toResponse();
  }
}
