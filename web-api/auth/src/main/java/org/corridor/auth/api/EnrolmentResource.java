package org.corridor.auth.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.corridor.auth.application.EnrolOnTheWayIn;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The steps of a sign-in in which somebody sets up the second factor that its roles demand. */
@Path("/")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "OAuth 2.0")
public class EnrolmentResource {

  private final EnrolOnTheWayIn enrolling;
  private final SignInDoor door;

  @Inject
  public EnrolmentResource(EnrolOnTheWayIn enrolling, SignInDoor door) {
    this.enrolling = enrolling;
    this.door = door;
  }

  /** For the container's proxy. */
  protected EnrolmentResource() {
    this(null, null);
  }

  @POST
  @Path(EnrolmentPages.CODE)
  @PermitAll
  @Operation(
      operationId = "enrolOnSignIn",
      summary = "Switches one-time codes on for somebody who must have them to sign in",
      description =
          "For browsers, after the sign-in page, with the cookie that came with it: the first code"
              + " of the app that has the secret. Permission: none.")
  @APIResponse(responseCode = "200", description = "A page with the recovery codes, shown once.")
  @APIResponse(responseCode = "400", description = "A page: the sign-in must begin anew.")
  @APIResponse(responseCode = "403", description = "The form again: the code was not taken.")
  @APIResponse(responseCode = "503", description = "A page: nobody can sign in now.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = CodeForm.class)))
  public Response code(String body, @Context HttpHeaders headers) {
    var sent = new FormFields(body);
    return door.step(sent, headers, form -> enrolling.code(form, sent.first("code"), trail()));
  }

  @POST
  @Path(EnrolmentPages.PASSKEY)
  @PermitAll
  @Operation(
      operationId = "addPasskeyOnSignIn",
      summary = "Adds a passkey for somebody who must have a second factor to sign in",
      description =
          "For browsers, after the sign-in page, with the cookie that came with it. The page's"
              + " script sends what the device has answered (RegistrationResponseJSON of WebAuthn)."
              + " Permission: none.")
  @APIResponse(responseCode = "200", description = "A page with the recovery codes, shown once.")
  @APIResponse(responseCode = "400", description = "A page: the sign-in must begin anew.")
  @APIResponse(responseCode = "422", description = "The form again: it was not added.")
  @APIResponse(responseCode = "503", description = "A page: nobody can sign in now.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = PasskeyForm.class)))
  public Response passkey(String body, @Context HttpHeaders headers) {
    var sent = new FormFields(body);
    return door.step(
        sent,
        headers,
        form ->
            enrolling.passkey(form, sent.first("passkey_name"), sent.first("credential"), trail()));
  }

  @POST
  @Path(EnrolmentPages.GO_ON)
  @PermitAll
  @Operation(
      operationId = "goOnSigningIn",
      summary = "Goes on with a sign-in once the recovery codes were seen",
      description =
          "For browsers, after the sign-in page, with the cookie that came with it. Where nothing"
              + " was set up yet, that begins anew. Permission: none.")
  @APIResponse(responseCode = "200", description = "The form of the next step.")
  @APIResponse(responseCode = "303", description = "Back to the client, with a code.")
  @APIResponse(responseCode = "400", description = "A page: the sign-in must begin anew.")
  @APIResponse(responseCode = "503", description = "A page: nobody can sign in now.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = GoOnForm.class)))
  public Response goOn(String body, @Context HttpHeaders headers) {
    return door.step(new FormFields(body), headers, enrolling::goOn);
  }

  private static Trail trail() {
    return Trail.of(Correlation.currentId());
  }

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "EnrolmentCodeForm")
  record CodeForm(
      @Schema(required = true) String sign_in,
      @Schema(required = true) String csrf,
      @Schema(required = true) String code) {}

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "EnrolmentPasskeyForm")
  record PasskeyForm(
      @Schema(required = true) String sign_in,
      @Schema(required = true) String csrf,
      @Schema(required = true, maxLength = 60) String passkey_name,
      @Schema(required = true, description = "RegistrationResponseJSON.") String credential) {}

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "GoOnForm")
  record GoOnForm(@Schema(required = true) String sign_in, @Schema(required = true) String csrf) {}
}
