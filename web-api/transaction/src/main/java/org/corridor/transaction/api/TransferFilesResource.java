package org.corridor.transaction.api;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;
import org.corridor.transaction.application.file.FileResult;
import org.corridor.transaction.application.file.ReadTransferFiles;
import org.corridor.transaction.application.file.ReceiveTransferFile;
import org.corridor.transaction.application.file.ReceiveTransferFile.Sender;
import org.corridor.transaction.application.file.SteerTransferFile;
import org.corridor.transaction.domain.file.TransferFile;
import org.corridor.transaction.domain.file.TransferFile.Format;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.LargeBody;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;
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

/** Files of transfers: handing them in, watching them, stopping them. */
@Path("/transfer-files")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transfers")
@SecurityRequirement(name = "bearer")
public class TransferFilesResource {

  private static final String CSV = "text/csv";
  private static final int MAX_BYTES = 16_777_216;

  private final ReceiveTransferFile receiving;
  private final ReadTransferFiles reading;
  private final SteerTransferFile steering;

  @Inject
  public TransferFilesResource(
      ReceiveTransferFile receiving, ReadTransferFiles reading, SteerTransferFile steering) {
    this.receiving = receiving;
    this.reading = reading;
    this.steering = steering;
  }

  /** For the container's proxy. */
  protected TransferFilesResource() {
    this(null, null, null);
  }

  @POST
  @LargeBody(bytes = MAX_BYTES, setting = "corridor.transaction.file.max-bytes")
  @Consumes({CSV, MediaType.APPLICATION_XML})
  @RequiresPermission("transactions:create")
  @Operation(
      operationId = "handInTransferFile",
      summary = "Hands in a file of up to 100,000 transfers, each paid by itself",
      description =
          "A CSV file (RFC 4180, UTF-8) whose first line names its columns, in any order:"
              + " source_account, destination_account (an id or a number each), amount, currency,"
              + " reference (may be missing or empty). Or a pain.001.001 of ISO 20022, version 03,"
              + " 09 or later, with accounts by IBAN or Othr/Id; its control sums must fit. A file"
              + " with a fault is refused as a whole at once; errors say where. Otherwise it is"
              + " paid in its order, in the background, each transfer by the rules of a single one:"
              + " a transfer that is refused or declined holds up no other. The same key and file"
              + " again get the file as it stands. The body has at most 16 MiB. Permission:"
              + " transactions:create. Problems: malformed-file, body-too-large,"
              + " unsupported-media-type, idempotency-key-required, idempotency-key-malformed,"
              + " idempotency-key-reused, idempotency-key-in-use, too-busy. Codes of results: those"
              + " of transferMoney.")
  @RequestBody(
      content = {
        @Content(
            mediaType = CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "two transfers", value = FileExamples.CSV)),
        @Content(
            mediaType = MediaType.APPLICATION_XML,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "one transfer", value = FileExamples.PAIN_001))
      })
  @APIResponse(
      responseCode = "202",
      description = "It is kept and will be paid. Location says where to watch it.",
      content = @Content(schema = @Schema(implementation = TransferFileView.class)))
  public Response handIn(
      @Parameter(required = true, description = "Unique for each file.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    Idempotency.requireKey(key);
    var type = headers.getMediaType();
    requireUtf8(type);
    var format = type.toString().startsWith(CSV) ? Format.CSV : Format.PAIN_001;
    var sender = new Sender(Callers.of(security), key, uri.getPath(), Correlation.currentId());
    return FileAnswers.of(receiving.receive(sender, format, body), uri);
  }

  private static void requireUtf8(MediaType type) {
    var charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
      throw Problem.of(415, "unsupported-media-type", "Files are taken in UTF-8 only.")
          .toException();
    }
  }

  @GET
  @RequiresPermission("transactions:read")
  @Operation(
      operationId = "listTransferFiles",
      summary = "Lists one's own files",
      description =
          "The newest first, a page at a time. Permission: transactions:read. Problems:"
              + " malformed-request.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = TransferFilePage.class)))
  public Response list(
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var size = Page.limit(limit);
    var found = reading.list(Callers.of(security), Page.id(cursor), size + 1);
    return Page.of(found, size, (TransferFile file) -> file.id().toString())
        .map(TransferFileView::of)
        .toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RequiresPermission("transactions:read")
  @Operation(
      operationId = "readTransferFile",
      summary = "Tells how far a file is paid",
      description =
          "One's own; staff of no branch reads all. Permission: transactions:read. Problems:"
              + " not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The file.",
      content = @Content(schema = @Schema(implementation = TransferFileView.class)))
  public Response read(@PathParam("id") UUID id, @Context SecurityContext security) {
    return reading
        .find(Callers.of(security), id)
        .map(file -> Response.ok(TransferFileView.of(file)).build())
        .orElseGet(FileAnswers::notFound);
  }

  @GET
  @Path("/{id}/results")
  @RequiresPermission("transactions:read")
  @Operation(
      operationId = "readTransferFileResults",
      summary = "Tells what became of each transfer of a file",
      description =
          "In the file's order, a page at a time, also while it is being paid. What the file said"
              + " of a transfer is forgotten a month after it was done; what became of it is not."
              + " Permission: transactions:read; as readTransferFile. Problems: malformed-request,"
              + " not-found.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content =
          @Content(schema = @Schema(implementation = TransferFileResultView.ResultPage.class)))
  public Response results(
      @PathParam("id") UUID id,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var size = Page.limit(limit);
    return reading
        .results(Callers.of(security), id, after(cursor), size + 1)
        .map(
            found ->
                Page.of(found, size, (FileResult result) -> Integer.toString(result.number()))
                    .map(TransferFileResultView::of)
                    .toResponse(uri))
        .orElseGet(FileAnswers::notFound);
  }

  /** The number that a cursor of ours carries; 0 for none. */
  private static int after(String cursor) {
    var position = Page.position(cursor);
    if (position == null) {
      return 0;
    }
    if (!position.matches("[1-9][0-9]{0,8}")) {
      throw Page.malformedCursor();
    }
    return Integer.parseInt(position);
  }

  @POST
  @Path("/{id}/stop")
  @RequiresPermission("transactions:create")
  @Operation(
      operationId = "stopTransferFile",
      summary = "Stops a file",
      description =
          "What is being paid at this moment, a chunk of the file at most, still is; nothing after"
              + " it. Stopping what is stopped changes nothing. One's own; staff of no branch may"
              + " stop all. Permission: transactions:create. Problems: not-found,"
              + " transfer-file-done.")
  @APIResponse(
      responseCode = "200",
      description = "The file as it stands.",
      content = @Content(schema = @Schema(implementation = TransferFileView.class)))
  public Response stop(@PathParam("id") UUID id, @Context SecurityContext security) {
    return FileAnswers.of(steering.stop(Callers.of(security), id));
  }

  @POST
  @Path("/{id}/resume")
  @RequiresPermission("transactions:create")
  @Operation(
      operationId = "resumeTransferFile",
      summary = "Goes on with a file that was stopped, or has failed",
      description =
          "In the name of who handed it in. What has its result keeps it. Resuming what runs"
              + " changes nothing. One's own; staff of no branch may resume all. Permission:"
              + " transactions:create. Problems: not-found, transfer-file-done.")
  @APIResponse(
      responseCode = "200",
      description = "The file as it stands.",
      content = @Content(schema = @Schema(implementation = TransferFileView.class)))
  public Response resume(@PathParam("id") UUID id, @Context SecurityContext security) {
    return FileAnswers.of(steering.resume(Callers.of(security), id));
  }
}
