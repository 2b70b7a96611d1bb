package org.corridor.auth.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.corridor.auth.application.Origin;
import org.corridor.auth.application.SignInByPasskey;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The step of a sign-in that takes a passkey. */
@Path("/sign-in-passkey")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "OAuth 2.0")
public class PasskeySignInResource {

  private final SignInByPasskey signingIn;
  private final SignInDoor door;

  @Inject
  public PasskeySignInResource(SignInByPasskey signingIn, SignInDoor door) {
    this.signingIn = signingIn;
    this.door = door;
  }

  /** For the container's proxy. */
  protected PasskeySignInResource() {
    this(null, null);
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "signInByPasskey",
      summary = "Takes a passkey of somebody who signs in",
      description =
          "For browsers, from the sign-in page or from that of the code, with the cookie that came"
              + " with it. The page's script sends what the device has answered"
              + " (AuthenticationResponseJSON of WebAuthn). It counts as two factors. Permission:"
              + " none.")
  @APIResponse(responseCode = "200", description = "The form of the next step.")
  @APIResponse(responseCode = "303", description = "Back to the client, with a code.")
  @APIResponse(responseCode = "400", description = "A page: the sign-in must begin anew.")
  @APIResponse(responseCode = "403", description = "The first form again: it was not taken.")
  @APIResponse(responseCode = "503", description = "A page: nobody can sign in now.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = PasskeyForm.class)))
  public Response signIn(
      String body, @Context HttpHeaders headers, @Context HttpServletRequest servlet) {
    var sent = new FormFields(body);
    var device = Objects.requireNonNullElse(headers.getHeaderString(HttpHeaders.USER_AGENT), "");
    var origin = new Origin(device, servlet.getRemoteAddr());
    return door.step(
        sent,
        headers,
        form ->
            signingIn.complete(
                form, sent.first("credential"), origin, Trail.of(Correlation.currentId())));
  }

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "PasskeySignInForm")
  record PasskeyForm(
      @Schema(required = true) String sign_in,
      @Schema(required = true) String csrf,
      @Schema(required = true, description = "AuthenticationResponseJSON.") String credential) {}
}
