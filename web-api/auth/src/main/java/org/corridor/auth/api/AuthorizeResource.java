package org.corridor.auth.api;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.corridor.auth.application.BeginSignIn;
import org.corridor.auth.application.CompleteSignIn;
import org.corridor.auth.application.PasswordHashing;
import org.corridor.auth.application.PendingSignIn;
import org.corridor.auth.application.PendingSignIns;
import org.corridor.auth.application.TokenStoreUnavailable;
import org.corridor.auth.domain.Digests;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The authorization endpoint and its sign-in page.
 *
 * <p>Each sign-in has a cookie of its own, made afresh when it begins, so nobody can plant one, and
 * two tabs do not disturb each other. The form goes through only with that cookie and with its own
 * token; the cookie is gone when the sign-in is.
 */
@Path("/")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "OAuth 2.0")
public class AuthorizeResource {

  /** The prefix keeps others from setting it (RFC 6265bis, section 4.1.3.2). */
  private static final String COOKIE = "__Host-corridor-sign-in-";

  private static final int COOKIE_NAME_LENGTH = 12;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;

  private final BeginSignIn beginning;
  private final CompleteSignIn completing;

  @Inject
  public AuthorizeResource(BeginSignIn beginning, CompleteSignIn completing) {
    this.beginning = beginning;
    this.completing = completing;
  }

  /** For the container's proxy. */
  protected AuthorizeResource() {
    this(null, null);
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
  public Response authorize(@BeanParam AuthorizeQuery described, @Context UriInfo uri) {
    try {
      return answer(beginning.begin(Map.copyOf(uri.getQueryParameters())));
    } catch (TokenStoreUnavailable e) {
      return unavailable();
    }
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
  @APIResponse(responseCode = "303", description = "Back to the client, with a code.")
  @APIResponse(responseCode = "400", description = "A page: the sign-in must begin anew.")
  @APIResponse(responseCode = "403", description = "The form again.")
  @APIResponse(responseCode = "503", description = "A page: nobody can sign in now.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = SignInForm.class)))
  public Response signIn(String body, @Context HttpHeaders headers) {
    var sent = URLUtils.parseParameters(body);
    var cookie = headers.getCookies().get(cookieName(first(sent, "sign_in")));
    if (cookie == null) {
      return beginAnew();
    }
    var form =
        new CompleteSignIn.Form(
            first(sent, "sign_in"),
            cookie.getValue(),
            first(sent, "csrf"),
            first(sent, "username"),
            first(sent, "password"),
            Objects.requireNonNullElse(headers.getHeaderString(HttpHeaders.USER_AGENT), ""));
    try {
      return answer(completing.complete(form, Trail.of(Correlation.currentId())), form);
    } catch (TokenStoreUnavailable | PasswordHashing.TooBusy e) {
      return unavailable();
    }
  }

  /** Empty if it was not sent. */
  private static String first(Map<String, List<String>> sent, String name) {
    var values = sent.get(name);
    return values == null || values.isEmpty() ? "" : values.get(0);
  }

  private static Response answer(BeginSignIn.Answer answer) {
    if (answer instanceof BeginSignIn.Answer.Form form) {
      return page(200, form(form.signIn(), form.handle(), form.csrf(), false), form.signIn())
          .cookie(cookie(form.handle(), form.binding(), (int) PendingSignIns.LIFETIME.toSeconds()))
          .build();
    }
    if (answer instanceof BeginSignIn.Answer.BackToClient back) {
      return Response.seeOther(back.uri()).build();
    }
    var refused = (BeginSignIn.Answer.Refused) answer;
    return page(
            BAD_REQUEST, SignInPage.message("This sign-in cannot begin", refused.reason()), null)
        .build();
  }

  private static Response answer(CompleteSignIn.Answer answer, CompleteSignIn.Form form) {
    if (answer instanceof CompleteSignIn.Answer.BackToClient back) {
      return Response.seeOther(back.uri()).cookie(cookie(form.handle(), "", 0)).build();
    }
    if (answer instanceof CompleteSignIn.Answer.TryAgain again) {
      var html = form(again.signIn(), form.handle(), form.csrf(), true);
      return page(FORBIDDEN, html, again.signIn()).build();
    }
    return beginAnew();
  }

  private static String form(PendingSignIn signIn, String handle, String csrf, boolean failed) {
    return SignInPage.form(signIn.apiClientName(), handle, csrf, failed);
  }

  private static Response beginAnew() {
    var text =
        "It took too long, or cookies are off, or it was begun in another browser. Go back to the"
            + " application and sign in again.";
    return page(BAD_REQUEST, SignInPage.message("This sign-in has ended", text), null).build();
  }

  private static Response unavailable() {
    var text = "Nobody can sign in at the moment. Try again in a few seconds.";
    return page(Unavailable.STATUS, SignInPage.message("Not available", text), null)
        .header(HttpHeaders.RETRY_AFTER, Unavailable.RETRY_AFTER_SECONDS)
        .build();
  }

  private static Response.ResponseBuilder page(int status, String html, PendingSignIn signIn) {
    URI target = signIn == null ? null : signIn.redirectUri();
    return Response.status(status)
        // as bytes: the server escapes text of error pages once more
        .entity(html.getBytes(StandardCharsets.UTF_8))
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .header("Content-Security-Policy", SignInPage.policy(target))
        .header("X-Frame-Options", "DENY");
  }

  private static NewCookie cookie(String handle, String value, int seconds) {
    return new NewCookie.Builder(cookieName(handle))
        .value(value)
        .version(0)
        .path("/")
        .maxAge(seconds)
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }

  private static String cookieName(String handle) {
    return COOKIE + Digests.sha256(handle).substring(0, COOKIE_NAME_LENGTH);
  }

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "SignInForm")
  record SignInForm(
      @Schema(required = true) String sign_in,
      @Schema(required = true) String csrf,
      @Schema(required = true) String username,
      @Schema(required = true) String password) {}
}
