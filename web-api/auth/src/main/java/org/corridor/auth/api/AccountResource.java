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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.application.AuthSettings;
import org.corridor.auth.application.CheckSecondFactor;
import org.corridor.auth.application.SignOut;
import org.corridor.auth.application.SignedInBrowsers;
import org.corridor.auth.application.SignedInBrowsers.SignedIn;
import org.corridor.auth.application.TokenStoreUnavailable;
import org.corridor.auth.application.WithdrawConsent;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where somebody sees where it is signed in, and signs out. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Pages")
public class AccountResource {

  private static final String SIGN_OUT = "account-sign-out";
  private static final String WITHDRAW = "account-withdraw";

  private final SignedInBrowsers browsers;
  private final SignInDoor door;
  private final SignOut signingOut;
  private final WithdrawConsent withdrawing;
  private final CheckSecondFactor factors;
  private final BoundForms forms;
  private final AuthSettings settings;

  @Inject
  public AccountResource(
      SignedInBrowsers browsers,
      SignInDoor door,
      SignOut signingOut,
      WithdrawConsent withdrawing,
      CheckSecondFactor factors,
      BoundForms forms,
      AuthSettings settings) {
    this.browsers = browsers;
    this.door = door;
    this.signingOut = signingOut;
    this.withdrawing = withdrawing;
    this.factors = factors;
    this.forms = forms;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected AccountResource() {
    this(null, null, null, null, null, null, null);
  }

  @GET
  @Path("account")
  @PermitAll
  @Operation(
      operationId = "showAccount",
      summary = "A page with where one is signed in; the sign-in page, if one is not",
      description = "For browsers, by the session's cookie. Permission: none.")
  @APIResponse(responseCode = "200", description = "The page.")
  @APIResponse(responseCode = "503", description = "A page: Redis is away.")
  public Response show(@Context HttpHeaders headers) {
    try {
      return browsers
          .find(SessionCookie.of(headers))
          .map(signedIn -> page(signedIn, headers))
          .orElseGet(() -> door.ownPage(headers, "/account"));
    } catch (TokenStoreUnavailable e) {
      return Pages.unavailable(Texts.in(headers.getAcceptableLanguages()));
    }
  }

  @POST
  @Path(SIGN_OUT)
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "signOutOnPage",
      summary = "Signs out: one browser or program, or everywhere",
      description = "For browsers, by the session's cookie. Permission: none.")
  @APIResponse(responseCode = "303", description = "To the page again.")
  @APIResponse(responseCode = "503", description = "A page: Redis is away.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = SignOutForm.class)))
  public Response signOut(String body, @Context HttpHeaders headers) {
    return forms.take(
        SIGN_OUT,
        body,
        headers,
        (who, sent) -> {
          signOut(who.user(), sent.first("id"));
          return back();
        },
        this::back);
  }

  @POST
  @Path(WITHDRAW)
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "withdrawConsentOnPage",
      summary = "Lets a program have nothing any more",
      description = "For browsers, by the session's cookie. Permission: none.")
  @APIResponse(responseCode = "303", description = "To the page again.")
  @APIResponse(responseCode = "503", description = "A page: Redis is away.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = WithdrawForm.class)))
  public Response withdraw(String body, @Context HttpHeaders headers) {
    return forms.take(
        WITHDRAW,
        body,
        headers,
        (who, sent) -> {
          var trail = Trail.of(Correlation.currentId());
          withdrawing.withdraw(who.user().id(), sent.first("client"), trail);
          return back();
        },
        this::back);
  }

  private void signOut(User user, String id) {
    var caller = self(user);
    var trail = Trail.of(Correlation.currentId());
    if (id.isEmpty()) {
      signingOut.everywhere(user.id(), caller, trail);
    } else {
      signingOut.one(user.id(), Parameters.userId(id), caller, trail);
    }
  }

  private Response page(SignedIn signedIn, HttpHeaders headers) {
    var bound = forms.bind(headers, SIGN_OUT);
    var factor = factors.isOn(signedIn.user().id());
    var action = factor ? SecondFactorPagesResource.DISABLE : SecondFactorPagesResource.BEGIN;
    return new AccountPage(headers, signedIn, signingOut.of(signedIn.user()), bound.csrf())
        .secondFactor(factor, action, forms.bind(bound, action))
        .consents(withdrawing.list(signedIn.user().id()), WITHDRAW, forms.bind(bound, WITHDRAW))
        .toResponse()
        .cookie(bound.cookie())
        .build();
  }

  private Response back() {
    return Response.seeOther(settings.endpoint("/account")).build();
  }

  /** The user, of its own rights only. */
  static Caller self(User user) {
    var assignment = user.assignment();
    return new Caller(
        user.id().toString(), Set.of(), assignment.branch(), assignment.corridorClient(), Map.of());
  }

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "WithdrawForm")
  record WithdrawForm(
      @Schema(required = true) String csrf, @Schema(required = true) String client) {}

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "SignOutForm")
  record SignOutForm(
      @Schema(required = true) String csrf,
      @Schema(description = "Of a browser or program; without one everywhere.") UUID id) {}
}
