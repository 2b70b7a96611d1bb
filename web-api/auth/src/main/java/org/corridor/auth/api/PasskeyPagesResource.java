package org.corridor.auth.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.application.AuthSettings;
import org.corridor.auth.application.ChangePasskeys;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.application.Refusal;
import org.corridor.auth.application.RegisterPasskey;
import org.corridor.auth.application.RegisterPasskey.Answer;
import org.corridor.auth.application.SignedInBrowsers;
import org.corridor.auth.application.SignedInBrowsers.SignedIn;
import org.corridor.auth.application.TokenStoreUnavailable;
import org.corridor.auth.domain.Passkey;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where somebody adds, names and removes passkeys, shortly after it has signed in. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Pages")
public class PasskeyPagesResource {

  static final String LIST = "account-passkeys";
  static final String ADD = "account-passkey-new";
  static final String NAME = "account-passkey-name";
  static final String REMOVE = "account-passkey-off";

  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;

  private final SignedInBrowsers browsers;
  private final RegisterPasskey registering;
  private final ChangePasskeys changing;
  private final SignInDoor door;
  private final BoundForms forms;
  private final AuthSettings settings;

  @Inject
  public PasskeyPagesResource(
      SignedInBrowsers browsers,
      RegisterPasskey registering,
      ChangePasskeys changing,
      SignInDoor door,
      BoundForms forms,
      AuthSettings settings) {
    this.browsers = browsers;
    this.registering = registering;
    this.changing = changing;
    this.door = door;
    this.forms = forms;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected PasskeyPagesResource() {
    this(null, null, null, null, null, null);
  }

  @GET
  @Path(LIST)
  @PermitAll
  @Operation(
      operationId = "showPasskeys",
      summary = "A page with one's passkeys; the sign-in page, if that was not a moment ago",
      description =
          "For browsers, by the session's cookie; with two factors, if one has a second. Permission:"
              + " none.")
  @APIResponse(responseCode = "200", description = "The page.")
  @APIResponse(responseCode = "503", description = "A page: Redis is away.")
  public Response show(@Context HttpHeaders headers) {
    try {
      return browsers
          .find(SessionCookie.of(headers))
          .filter(registering::isRecent)
          .map(who -> list(who, headers, null, OK))
          .orElseGet(() -> door.ownPage(headers, "/" + LIST));
    } catch (TokenStoreUnavailable e) {
      return unavailable(headers);
    }
  }

  @POST
  @Path(ADD)
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "addPasskey",
      summary = "Adds a passkey that the device has made",
      description =
          "For browsers, by the session's cookie. The page's script sends what the device has"
              + " answered (RegistrationResponseJSON of WebAuthn). Permission: none.")
  @APIResponse(responseCode = "200", description = "A page with recovery codes, shown once.")
  @APIResponse(responseCode = "303", description = "To the page again.")
  @APIResponse(responseCode = "422", description = "The page again: it was not added.")
  @APIResponse(responseCode = "503", description = "A page: Redis is away.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = NewPasskeyForm.class)))
  public Response add(String body, @Context HttpHeaders headers) {
    return forms.take(
        ADD,
        body,
        headers,
        (who, sent) -> {
          var answer =
              registering.register(
                  who, sent.first("passkey_name"), sent.first("credential"), trail());
          if (answer instanceof Answer.Registered registered) {
            var codes = registered.recoveryCodes();
            return codes.isEmpty() ? back() : new PasskeyPages(headers, forms).recoveryCodes(codes);
          }
          return answer instanceof Answer.NotRecent
              ? back()
              : list(who, headers, "passkeys.not-added", UNPROCESSABLE);
        },
        this::back);
  }

  @POST
  @Path(NAME)
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "namePasskeyOnPage",
      summary = "Gives a passkey another name",
      description = "For browsers, by the session's cookie. Permission: none.")
  @APIResponse(responseCode = "303", description = "To the page again.")
  @APIResponse(responseCode = "422", description = "The page again: it is no name.")
  @APIResponse(responseCode = "503", description = "A page: Redis is away.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = PasskeyNameForm.class)))
  public Response name(String body, @Context HttpHeaders headers) {
    return forms.take(
        NAME,
        body,
        headers,
        (who, sent) -> {
          var name = sent.first("passkey_new_name").strip();
          if (registering.isRecent(who) && !Passkey.isName(name)) {
            return list(who, headers, "passkeys.bad-name", UNPROCESSABLE);
          }
          if (registering.isRecent(who)) {
            changing.name(who.user().id(), Parameters.passkeyId(sent.first("id")), name);
          }
          return back();
        },
        this::back);
  }

  @POST
  @Path(REMOVE)
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "removePasskeyOnPage",
      summary = "Removes a passkey",
      description = "For browsers, by the session's cookie. Permission: none.")
  @APIResponse(responseCode = "303", description = "To the page again.")
  @APIResponse(
      responseCode = "422",
      description = "The page again: it is the last second factor, and one's roles demand one.")
  @APIResponse(responseCode = "503", description = "A page: Redis is away.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = OldPasskeyForm.class)))
  public Response remove(String body, @Context HttpHeaders headers) {
    return forms.take(
        REMOVE,
        body,
        headers,
        (who, sent) -> {
          if (!registering.isRecent(who)) {
            return back();
          }
          var passkey = Parameters.passkeyId(sent.first("id"));
          return changing.remove(who.user().id(), passkey, trail())
                      instanceof Outcome.Refused<Passkey> refused
                  && refused.refusal() instanceof Refusal.AgainstRule
              ? list(who, headers, "passkeys.last", UNPROCESSABLE)
              : back();
        },
        this::back);
  }

  private Response list(SignedIn who, HttpHeaders headers, String failure, int status) {
    return new PasskeyPages(headers, forms)
        .list(changing.of(who.user().id()), registering.begin(who), failure, status);
  }

  private Response back() {
    return Response.seeOther(settings.endpoint("/" + LIST)).build();
  }

  private static Response unavailable(HttpHeaders headers) {
    return Pages.unavailable(Texts.in(headers.getAcceptableLanguages()));
  }

  private static Trail trail() {
    return Trail.of(Correlation.currentId());
  }

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "NewPasskeyForm")
  record NewPasskeyForm(
      @Schema(required = true) String csrf,
      @Schema(required = true, maxLength = 60) String passkey_name,
      @Schema(required = true, description = "RegistrationResponseJSON.") String credential) {}

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "PasskeyNameForm")
  record PasskeyNameForm(
      @Schema(required = true) String csrf,
      @Schema(required = true) UUID id,
      @Schema(required = true, maxLength = 60) String passkey_new_name) {}

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "OldPasskeyForm")
  record OldPasskeyForm(@Schema(required = true) String csrf, @Schema(required = true) UUID id) {}
}
