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
import java.nio.file.Files;
import org.corridor.auth.api.pages.Page;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the pages look: the stylesheet that comes with the archive, or the operator's own. */
@Path("/style.css")
@ApplicationScoped
@Tag(name = "OAuth 2.0")
public class StyleResource {

  private final byte[] style = read();

  @GET
  @PermitAll
  @Produces("text/css;charset=UTF-8")
  @Operation(
      operationId = "getStyle",
      summary = "The stylesheet of the pages",
      description = "Permission: none.")
  @APIResponse(responseCode = "200", description = "CSS.")
  public Response style() {
    return Response.ok(style).header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600").build();
  }

  private static byte[] read() {
    var own =
        ConfigProvider.getConfig()
            .getOptionalValue("corridor.auth.pages-stylesheet", String.class)
            .filter(path -> !path.isBlank());
    try (var shipped = Page.class.getResourceAsStream("style.css")) {
      return own.isPresent()
          ? Files.readAllBytes(java.nio.file.Path.of(own.get()))
          : shipped.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the stylesheet of the pages", e);
    }
  }
}
