package org.corridor.auth.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.corridor.auth.api.pages.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The one script of the pages: browsers give passkeys to nothing else. */
@Path("/passkeys.js")
@ApplicationScoped
@Tag(name = "Pages")
public class PasskeyScriptResource {

  private final byte[] script = read();

  @GET
  @PermitAll
  @Produces("text/javascript;charset=UTF-8")
  @Operation(
      operationId = "getPasskeyScript",
      summary = "The script that asks a device for a passkey",
      description = "Permission: none.")
  @APIResponse(responseCode = "200", description = "JavaScript.")
  public Response script() {
    return Response.ok(script).header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600").build();
  }

  private static byte[] read() {
    try (var shipped = Page.class.getResourceAsStream("passkeys.js")) {
      return shipped.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the script of the pages", e);
    }
  }
}
