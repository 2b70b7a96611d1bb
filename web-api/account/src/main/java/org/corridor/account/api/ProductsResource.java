package org.corridor.account.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.corridor.account.application.CreateProduct;
import org.corridor.account.application.ReadProducts;
import org.corridor.account.domain.Product;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Products: what accounts are opened of. */
@Path("/products")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
@SecurityRequirement(name = "bearer")
public class ProductsResource {

  private final CreateProduct creating;
  private final ReadProducts reading;
  private final OnceOnly onceOnly;

  @Inject
  public ProductsResource(CreateProduct creating, ReadProducts reading, OnceOnly onceOnly) {
    this.creating = creating;
    this.reading = reading;
    this.onceOnly = onceOnly;
  }

  /** For the container's proxy. */
  protected ProductsResource() {
    this(null, null, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("products:create")
  @Operation(
      operationId = "createProduct",
      summary = "Creates a product",
      description =
          "Permission: products:create. Problems: malformed-request, idempotency-key-required,"
              + " idempotency-key-malformed, idempotency-key-reused, idempotency-key-in-use, already-exists.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ProductForm.class),
              examples = @ExampleObject(name = "current account", value = Examples.PRODUCT)))
  @APIResponse(
      responseCode = "201",
      description = "Created; Location says where it is.",
      content = @Content(schema = @Schema(implementation = ProductView.class)))
  public Response create(
      @Parameter(required = true, description = "Unique for each creation.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      ProductForm form,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var draft = form.draft();
    var request = new Fingerprint("POST", uri.getPath(), form);
    return onceOnly.answer(
        Callers.of(security),
        key,
        request,
        () -> {
          var trail = Trail.of(Correlation.currentId());
          var product = creating.create(draft, trail);
          var location = uri.getAbsolutePathBuilder().path(product.id().toString()).build();
          return Response.created(location).entity(ProductView.of(product)).build();
        });
  }

  @GET
  @RequiresPermission("products:read")
  @Operation(
      operationId = "listProducts",
      summary = "Lists products",
      description =
          "In the order of their creation, a page at a time. Permission: products:read. Problems:"
              + " malformed-request.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = ProductPage.class)))
  public Response list(
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    var size = Page.limit(limit);
    var found = reading.list(Page.id(cursor), size + 1);
    return Page.of(found, size, (Product product) -> product.id().toString())
        .map(ProductView::of)
        .toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RequiresPermission("products:read")
  @Operation(
      operationId = "readProduct",
      summary = "Reads a product",
      description = "Permission: products:read. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The product.",
      content = @Content(schema = @Schema(implementation = ProductView.class)))
  public Response read(@PathParam("id") UUID id) {
    return reading
        .byId(id)
        .map(product -> Response.ok(ProductView.of(product)).build())
        .orElseGet(() -> Problem.notFound("product").toResponse());
  }
}
