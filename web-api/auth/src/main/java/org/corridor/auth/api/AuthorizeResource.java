package org.corridor.auth.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.corridor.auth.application.BeginSignIn;
import org.corridor.auth.application.CompleteSignIn;
import org.corridor.auth.application.ConfirmSecondFactor;
import org.corridor.auth.application.ContinueSession;
import org.corridor.auth.application.DecideConsent;
import org.corridor.auth.application.Origin;
import org.corridor.auth.application.ReplaceExpiredPassword;
import org.corridor.auth.application.SignInForm;
import org.corridor.auth.application.TokenStoreUnavailable;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The authorization endpoint and the steps of its sign-in. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "OAuth 2.0")
public class AuthorizeResource {

  private final BeginSignIn beginning;
  private final CompleteSignIn completing;
  private final ReplaceExpiredPassword replacing;
  private final ConfirmSecondFactor confirming;
  private final DecideConsent deciding;
  private final ContinueSession continuing;
  private final SignInDoor door;

  @Inject
  public AuthorizeResource(
      BeginSignIn beginning,
      CompleteSignIn completing,
      ReplaceExpiredPassword replacing,
      ConfirmSecondFactor confirming,
      DecideConsent deciding,
      ContinueSession continuing,
      SignInDoor door) {
    this.beginning = beginning;
    this.completing = completing;
    this.replacing = replacing;
    this.confirming = confirming;
    this.deciding = deciding;
    this.continuing = continuing;
    this.door = door;
  }

  /** For the container's proxy. */
  protected AuthorizeResource() {
    this(null, null, null, null, null, null, null);
  }

  @GET
  @Path("authorize")
  @PermitAll
  @Operation(
      operationId = "authorize",
      summary = "Begins a sign-in: shows the sign-in page",
      description =
          "RFC 6749, section 4.1.1, with PKCE by S256 (RFC 7636), for browsers. The redirect URI"
              + " must be registered; of http://127.0.0.1 and http://[::1] any port will do."
              + " Permission: none. Errors go back to the client with state and iss (RFC 9207), once"
              + " client and redirect URI are known to belong together; otherwise a page tells"
              + " them.")
  @APIResponse(responseCode = "200", description = "The sign-in page.")
  @APIResponse(responseCode = "303", description = "Back to the client, with an error.")
  @APIResponse(responseCode = "400", description = "A page: nobody can be sent back.")
  @APIResponse(responseCode = "503", description = "A page: nobody can sign in now.")
  public Response authorize(
      @BeanParam AuthorizeQuery described, @Context UriInfo uri, @Context HttpHeaders headers) {
    var pages = door.pages(headers);
    try {
      var answer = beginning.begin(Map.copyOf(uri.getQueryParameters()));
      return resumed(answer, headers, pages).orElseGet(() -> pages.answer(answer));
    } catch (TokenStoreUnavailable e) {
      return pages.unavailable();
    }
  }

  /** Who is signed in already is not asked again who it is. */
  private Optional<Response> resumed(
      BeginSignIn.Answer answer, HttpHeaders headers, SignInPages pages) {
    if (answer instanceof BeginSignIn.Answer.Form form) {
      var of = new SignInForm(form.handle(), form.binding(), form.csrf());
      return continuing
          .resume(form, SessionCookie.of(headers))
          .map(resumed -> pages.answer(resumed, of));
    }
    return Optional.empty();
  }

  @POST
  @Path("sign-in")
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "signIn",
      summary = "Takes the form of the sign-in page",
      description =
          "For browsers, with the cookie that came with the page. Whatever is wrong with user name"
              + " or password, the answer is the same. Permission: none.")
  @APIResponse(responseCode = "200", description = "The form of the next step.")
  @APIResponse(responseCode = "303", description = "Back to the client, with a code.")
  @APIResponse(responseCode = "400", description = "A page: the sign-in must begin anew.")
  @APIResponse(responseCode = "403", description = "The form again.")
  @APIResponse(responseCode = "503", description = "A page: nobody can sign in now.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = PasswordForm.class)))
  public Response signIn(
      String body, @Context HttpHeaders headers, @Context HttpServletRequest servlet) {
    var sent = new FormFields(body);
    var device = Objects.requireNonNullElse(headers.getHeaderString(HttpHeaders.USER_AGENT), "");
    var origin = new Origin(device, servlet.getRemoteAddr());
    return door.step(
        sent,
        headers,
        form ->
            completing.complete(
                new CompleteSignIn.Form(
                    form, sent.first("username"), sent.first("password"), origin),
                trail()));
  }

  @POST
  @Path("sign-in-password")
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "replaceExpiredPassword",
      summary = "Takes the new password of somebody who must choose one to sign in",
      description =
          "For browsers, after the sign-in page, with the cookie that came with it. Permission:"
              + " none.")
  @APIResponse(responseCode = "303", description = "Back to the client, with a code.")
  @APIResponse(responseCode = "400", description = "A page: the sign-in must begin anew.")
  @APIResponse(responseCode = "422", description = "The form again, and what is wrong.")
  @APIResponse(responseCode = "503", description = "A page: nobody can sign in now.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = NewPasswordForm.class)))
  public Response newPassword(String body, @Context HttpHeaders headers) {
    var sent = new FormFields(body);
    return door.step(
        sent, headers, form -> replacing.replace(form, sent.first("new_password"), trail()));
  }

  @POST
  @Path("sign-in-code")
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "confirmSignIn",
      summary = "Takes the code of the second factor of somebody who signs in",
      description =
          "For browsers, after the sign-in page, with the cookie that came with it. Permission:"
              + " none.")
  @APIResponse(responseCode = "200", description = "The form of the next step.")
  @APIResponse(responseCode = "303", description = "Back to the client, with a code.")
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
    return door.step(sent, headers, form -> confirming.confirm(form, sent.first("code"), trail()));
  }

  @POST
  @Path("sign-in-consent")
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "decideConsent",
      summary = "Takes whether a program may have what it wants of the person who signs in",
      description =
          "For browsers, after the sign-in page, with the cookie that came with it. Permission:"
              + " none.")
  @APIResponse(responseCode = "303", description = "Back to the client, with a code or an error.")
  @APIResponse(responseCode = "400", description = "A page: the sign-in must begin anew.")
  @APIResponse(responseCode = "503", description = "A page: nobody can sign in now.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = ConsentForm.class)))
  public Response consent(String body, @Context HttpHeaders headers) {
    var sent = new FormFields(body);
    var allowed = "allow".equals(sent.first("decision"));
    var session = SessionCookie.of(headers);
    return door.step(sent, headers, form -> deciding.decide(form, allowed, session, trail()));
  }

  private static Trail trail() {
    return Trail.of(Correlation.currentId());
  }

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "SignInForm")
  record PasswordForm(
      @Schema(required = true) String sign_in,
      @Schema(required = true) String csrf,
      @Schema(required = true) String username,
      @Schema(required = true) String password) {}

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "ConsentForm")
  record ConsentForm(
      @Schema(required = true) String sign_in,
      @Schema(required = true) String csrf,
      @Schema(
              required = true,
              enumeration = {"allow", "deny"})
          String decision) {}

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "CodeForm")
  record CodeForm(
      @Schema(required = true) String sign_in,
      @Schema(required = true) String csrf,
      @Schema(required = true) String code) {}

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "NewPasswordForm")
  record NewPasswordForm(
      @Schema(required = true) String sign_in,
      @Schema(required = true) String csrf,
      @Schema(required = true) String new_password) {}
}
