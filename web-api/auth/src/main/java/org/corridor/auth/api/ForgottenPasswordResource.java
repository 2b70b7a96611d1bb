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
import org.corridor.auth.api.pages.Page;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.application.PasswordHashing;
import org.corridor.auth.application.RequestPasswordReset;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where somebody who does not know its password asks for a link. */
@Path("/forgotten-password")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Pages")
public class ForgottenPasswordResource {

  private static final String FORM = "forgotten-password";

  private final RequestPasswordReset requesting;
  private final BoundForms forms;

  @Inject
  public ForgottenPasswordResource(RequestPasswordReset requesting, BoundForms forms) {
    this.requesting = requesting;
    this.forms = forms;
  }

  /** For the container's proxy. */
  protected ForgottenPasswordResource() {
    this(null, null);
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "showForgottenPassword",
      summary = "A page to have a link sent for choosing another password",
      description = "For browsers. Permission: none.")
  @APIResponse(responseCode = "200", description = "The page.")
  public Response show(@Context HttpHeaders headers) {
    return form(headers, 200);
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "forgetPassword",
      summary = "Has a link sent for choosing another password",
      description =
          "For browsers. The answer is the same whether there is such a user or not, and whether a"
              + " link is sent: at most three in an hour are. Permission: none.")
  @APIResponse(responseCode = "200", description = "A page: a message is under way, if there is.")
  @APIResponse(responseCode = "403", description = "The form again: it was not of this browser.")
  @APIResponse(responseCode = "503", description = "A page: too many are signing in now.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = ForgottenForm.class)))
  public Response request(String body, @Context HttpHeaders headers) {
    var sent = new FormFields(body);
    if (!forms.fits(headers, FORM, sent)) {
      return form(headers, 403);
    }
    var texts = Texts.in(headers.getAcceptableLanguages());
    try {
      requesting.request(sent.first("username"), Trail.of(Correlation.currentId()));
    } catch (PasswordHashing.TooBusy e) {
      return Pages.unavailable(texts);
    }
    return Page.of(texts, "forgotten.sent-title")
        .paragraph("forgotten.sent")
        .toResponse(200)
        .build();
  }

  private Response form(HttpHeaders headers, int status) {
    var bound = forms.bind(headers, FORM);
    return Page.of(Texts.in(headers.getAcceptableLanguages()), "forgotten.title")
        .paragraph("forgotten.text")
        .form(FORM, form -> form.hidden("csrf", bound.csrf()).username().button("forgotten.button"))
        .toResponse(status)
        .cookie(bound.cookie())
        .build();
  }

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "ForgottenPasswordForm")
  record ForgottenForm(
      @Schema(required = true) String csrf, @Schema(required = true) String username) {}
}
