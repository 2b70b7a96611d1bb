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
import java.util.List;
import org.corridor.auth.api.pages.Page;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.application.AuthSettings;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.application.RenewRecoveryCodes;
import org.corridor.auth.application.SignedInBrowsers;
import org.corridor.auth.application.SignedInBrowsers.SignedIn;
import org.corridor.auth.application.TokenStoreUnavailable;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where somebody gets other recovery codes, shortly after it has signed in with two factors. */
@Path(RecoveryCodesPagesResource.PATH)
@ApplicationScoped
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Pages")
public class RecoveryCodesPagesResource {

  static final String PATH = "account-recovery-codes";

  private static final int OK = 200;

  private final SignedInBrowsers browsers;
  private final RenewRecoveryCodes renewing;
  private final SignInDoor door;
  private final BoundForms forms;
  private final AuthSettings settings;

  @Inject
  public RecoveryCodesPagesResource(
      SignedInBrowsers browsers,
      RenewRecoveryCodes renewing,
      SignInDoor door,
      BoundForms forms,
      AuthSettings settings) {
    this.browsers = browsers;
    this.renewing = renewing;
    this.door = door;
    this.forms = forms;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected RecoveryCodesPagesResource() {
    this(null, null, null, null, null);
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "showRecoveryCodes",
      summary = "A page with how many recovery codes one has left",
      description =
          "For browsers, by the session's cookie; the sign-in page, unless one has signed in with two"
              + " factors a moment ago. Permission: none.")
  @APIResponse(responseCode = "200", description = "The page.")
  @APIResponse(responseCode = "303", description = "To the account's page: no second factor.")
  @APIResponse(responseCode = "503", description = "A page: Redis is away.")
  public Response show(@Context HttpHeaders headers) {
    try {
      var who = browsers.find(SessionCookie.of(headers)).orElse(null);
      if (who != null && !renewing.hasSecondFactor(who.user().id())) {
        return to("/account");
      }
      return who != null && renewing.mayRenew(who)
          ? left(who, headers)
          : door.ownPage(headers, "/" + PATH);
    } catch (TokenStoreUnavailable e) {
      return unavailable(headers);
    }
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "renewRecoveryCodesOnPage",
      summary = "Makes other recovery codes; the old ones are void at once",
      description = "For browsers, by the session's cookie. Permission: none.")
  @APIResponse(responseCode = "200", description = "A page with the codes, shown once.")
  @APIResponse(responseCode = "303", description = "To the page again: nothing was done.")
  @APIResponse(responseCode = "503", description = "A page: Redis is away.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = RenewForm.class)))
  public Response renew(String body, @Context HttpHeaders headers) {
    return forms.take(
        PATH,
        body,
        headers,
        (who, sent) -> renewed(renewing.renew(who, Trail.of(Correlation.currentId())), headers),
        () -> to("/" + PATH));
  }

  private Response left(SignedIn who, HttpHeaders headers) {
    var bound = forms.bind(headers, PATH);
    return Page.of(texts(headers), "recovery.title")
        .paragraph("recovery.left", renewing.left(who.user().id()))
        .paragraph("recovery.text")
        .form(PATH, form -> form.hidden("csrf", bound.csrf()).button("recovery.renew"))
        .link("account", "factor.back")
        .toResponse(OK)
        .cookie(bound.cookie())
        .build();
  }

  private Response renewed(Outcome<List<String>> outcome, HttpHeaders headers) {
    if (!(outcome instanceof Outcome.Done<List<String>> done)) {
      return to("/" + PATH);
    }
    var page = Page.of(texts(headers), "recovery.renewed-title").paragraph("factor.recovery");
    done.value().forEach(page::code);
    return page.paragraph("recovery.old").link("account", "factor.back").toResponse(OK).build();
  }

  private Response to(String page) {
    return Response.seeOther(settings.endpoint(page)).build();
  }

  private static Texts texts(HttpHeaders headers) {
    return Texts.in(headers.getAcceptableLanguages());
  }

  private static Response unavailable(HttpHeaders headers) {
    return Pages.unavailable(texts(headers));
  }

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "RecoveryCodesForm")
  record RenewForm(@Schema(required = true) String csrf) {}
}
