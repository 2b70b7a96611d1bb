package org.corridor.account.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.corridor.account.application.AccountFilter;
import org.corridor.account.application.ClientLookup;
import org.corridor.account.application.Clients;
import org.corridor.account.application.OpenAccount;
import org.corridor.account.application.ReadAccounts;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.AccountStatus;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.Queries;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
import org.corridor.web.paging.Page;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts of clients, and the list of all. */
@Path("/accounts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "bearer")
public class AccountsResource {

  private static final int MAX_TEXT = 64;

  private final OpenAccount opening;
  private final ReadAccounts reading;
  private final Clients clients;
  private final OnceOnly onceOnly;

  @Inject
  public AccountsResource(
      OpenAccount opening, ReadAccounts reading, Clients clients, OnceOnly onceOnly) {
    this.opening = opening;
    this.reading = reading;
    this.clients = clients;
    this.onceOnly = onceOnly;
  }

  /** For the container's proxy. */
  protected AccountsResource() {
    this(null, null, null, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("accounts:create")
  @Operation(
      operationId = "openAccount",
      summary = "Opens an account for a client",
      description =
          "The client must be active; the account belongs to its branch. Permission:"
              + " accounts:create; who is bound to a branch opens accounts for the clients of that"
              + " branch. Problems: malformed-request, idempotency-key-required,"
              + " idempotency-key-malformed, idempotency-key-reused, idempotency-key-in-use, unknown-client,"
              + " client-not-active, unknown-product, product-not-offered, clients-unavailable.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = AccountForm.class),
              examples = @ExampleObject(name = "current account", value = Examples.ACCOUNT)))
  @APIResponse(
      responseCode = "201",
      description = "Opened; Location says where it is, ETag is its version.",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  public Response open(
      @Parameter(required = true, description = "Unique for each opening.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      AccountForm form,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    Idempotency.requireKey(key);
    var caller = Callers.of(security);
    var request = new Fingerprint("POST", uri.getPath(), form);
    var client = ClientLookup.ahead(clients, form.clientId());
    return onceOnly.answer(
        caller,
        key,
        request,
        () -> {
          var trail = Trail.of(Correlation.currentId());
          return AccountAnswers.opened(opening.open(caller, client, form.product(), trail), uri);
        });
  }

  @GET
  @RequiresPermission("accounts:read")
  @Operation(
      operationId = "listAccounts",
      summary = "Lists accounts",
      description =
          "In the order of their opening, a page at a time. Permission: accounts:read; a customer"
              + " sees its own, who is bound to a branch sees that branch's. Problems:"
              + " malformed-request.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = AccountPage.class)))
  public Response list(
      @QueryParam("clientId") String clientId,
      @Parameter(description = "Also of an internal account, such as CASH-BER-EUR.")
          @QueryParam("number")
          String number,
      @QueryParam("branch") String branch,
      @QueryParam("status")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"PENDING", "ACTIVE", "FROZEN", "DORMANT", "CLOSED"}))
          String status,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var filter =
        new AccountFilter(
            Queries.id("clientId", clientId),
            Queries.text("number", number, MAX_TEXT),
            Queries.text("branch", branch, MAX_TEXT),
            Queries.choice("status", status, AccountStatus.class));
    var size = Page.limit(limit);
    var found = reading.list(Callers.of(security), filter, Page.id(cursor), size + 1);
    return Page.of(found, size, (Account account) -> account.id().toString())
        .map(AccountView::of)
        .toResponse(uri);
  }
}
