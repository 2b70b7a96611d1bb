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
import java.util.function.BiFunction;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.application.AuthSettings;
import org.corridor.auth.application.DisableSecondFactor;
import org.corridor.auth.application.EnrolSecondFactor;
import org.corridor.auth.application.PasswordCheck;
import org.corridor.auth.application.SignedInBrowsers.SignedIn;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where somebody switches its second factor on and off. */
@Path("/")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Pages")
public class SecondFactorPagesResource {

  static final String BEGIN = "account-second-factor";
  static final String CONFIRM = "account-second-factor-code";
  static final String DISABLE = "account-second-factor-off";

  private final PasswordCheck passwords;
  private final EnrolSecondFactor enrolling;
  private final DisableSecondFactor disabling;
  private final Shown shown;

  /** What pages are made with. */
  @ApplicationScoped
  public static class Shown {

    private final BoundForms forms;
    private final AuthSettings settings;

    @Inject
    public Shown(BoundForms forms, AuthSettings settings) {
      this.forms = forms;
      this.settings = settings;
    }

    /** For the container's proxy. */
    protected Shown() {
      this(null, null);
    }

    SecondFactorPages pages(HttpHeaders headers) {
      return new SecondFactorPages(Texts.in(headers.getAcceptableLanguages()), headers, forms);
    }

    Response take(
        String form,
        String body,
        HttpHeaders headers,
        BiFunction<SignedIn, FormFields, Response> doing) {
      return forms.take(form, body, headers, doing, this::account);
    }

    Response account() {
      return Response.seeOther(settings.endpoint("/account")).build();
    }
  }

  @Inject
  public SecondFactorPagesResource(
      PasswordCheck passwords,
      EnrolSecondFactor enrolling,
      DisableSecondFactor disabling,
      Shown shown) {
    this.passwords = passwords;
    this.enrolling = enrolling;
    this.disabling = disabling;
    this.shown = shown;
  }

  /** For the container's proxy. */
  protected SecondFactorPagesResource() {
    this(null, null, null, null);
  }

  @POST
  @Path(BEGIN)
  @PermitAll
  @Operation(
      operationId = "beginSecondFactor",
      summary = "Begins to switch one-time codes on, with the password",
      description = "For browsers, by the session's cookie. Permission: none.")
  @APIResponse(responseCode = "200", description = "A page with the secret, shown once.")
  @APIResponse(responseCode = "303", description = "To the account's page: nothing was done.")
  @APIResponse(responseCode = "403", description = "A page: the password is wrong.")
  @APIResponse(responseCode = "503", description = "A page: Redis is away.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = PasswordForm.class)))
  public Response begin(String body, @Context HttpHeaders headers) {
    return shown.take(
        BEGIN,
        body,
        headers,
        (who, sent) -> {
          var pages = shown.pages(headers);
          if (passwords.check(who.user().id(), sent.first("password"), trail()).isEmpty()) {
            return pages.wrongPassword();
          }
          return enrolling.begin(who.user()).map(pages::begun).orElseGet(shown::account);
        });
  }

  @POST
  @Path(CONFIRM)
  @PermitAll
  @Operation(
      operationId = "confirmSecondFactor",
      summary = "Switches one-time codes on, with the first of them",
      description = "For browsers, by the session's cookie. Permission: none.")
  @APIResponse(responseCode = "200", description = "A page with the recovery codes, shown once.")
  @APIResponse(responseCode = "303", description = "To the account's page: nothing was done.")
  @APIResponse(responseCode = "403", description = "The form again: the code is wrong.")
  @APIResponse(responseCode = "503", description = "A page: Redis is away.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = CodeForm.class)))
  public Response confirm(String body, @Context HttpHeaders headers) {
    return shown.take(
        CONFIRM,
        body,
        headers,
        (who, sent) -> {
          var codes = enrolling.confirm(who.user().id(), sent.first("code"), trail());
          var pages = shown.pages(headers);
          return codes.isEmpty() ? pages.wrongFirstCode() : pages.recoveryCodes(codes);
        });
  }

  @POST
  @Path(DISABLE)
  @PermitAll
  @Operation(
      operationId = "disableSecondFactor",
      summary = "Switches one-time codes off, with one of them",
      description = "For browsers, by the session's cookie. Permission: none.")
  @APIResponse(responseCode = "303", description = "To the account's page.")
  @APIResponse(
      responseCode = "403",
      description = "The form again: the code is wrong; or a page: one's roles demand it.")
  @APIResponse(responseCode = "503", description = "A page: Redis is away.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = CodeForm.class)))
  public Response disable(String body, @Context HttpHeaders headers) {
    return shown.take(
        DISABLE,
        body,
        headers,
        (who, sent) ->
            switch (disabling.own(who.user().id(), sent.first("code"), trail())) {
              case OFF -> shown.account();
              case WRONG_CODE -> shown.pages(headers).wrongCode();
              case DEMANDED -> shown.pages(headers).demanded();
            });
  }

  private static Trail trail() {
    return Trail.of(Correlation.currentId());
  }

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "SecondFactorPasswordForm")
  record PasswordForm(
      @Schema(required = true) String csrf, @Schema(required = true) String password) {}

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "SecondFactorCodeForm")
  record CodeForm(@Schema(required = true) String csrf, @Schema(required = true) String code) {}
}
