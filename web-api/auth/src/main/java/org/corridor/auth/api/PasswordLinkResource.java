package org.corridor.auth.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.corridor.auth.api.pages.Page;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.application.PasswordHashing;
import org.corridor.auth.application.UsePasswordLink;
import org.corridor.auth.domain.PasswordFault;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a link from a message leads: choosing a password. */
@Path("/password-link")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Pages")
public class PasswordLinkResource {

  private static final String FORM = "password-link";
  private static final int GONE = 410;

  private final UsePasswordLink using;
  private final BoundForms forms;

  @Inject
  public PasswordLinkResource(UsePasswordLink using, BoundForms forms) {
    this.using = using;
    this.forms = forms;
  }

  /** For the container's proxy. */
  protected PasswordLinkResource() {
    this(null, null);
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "showPasswordLink",
      summary = "A page to choose a password by a link",
      description = "For browsers. To look at it does not use it up. Permission: none.")
  @APIResponse(responseCode = "200", description = "The page.")
  @APIResponse(responseCode = "410", description = "A page: the link is used, or over.")
  public Response show(@QueryParam("token") String token, @Context HttpHeaders headers) {
    var presented = Objects.requireNonNullElse(token, "");
    return using.isGood(presented) ? form(headers, presented, null, 200) : gone(headers);
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "usePasswordLink",
      summary = "Chooses a password by a link",
      description =
          "For browsers. The link is good once; earlier sign-ins get no more tokens. Permission:"
              + " none.")
  @APIResponse(responseCode = "200", description = "A page: the password counts from now on.")
  @APIResponse(responseCode = "403", description = "The form again: it was not of this browser.")
  @APIResponse(responseCode = "410", description = "A page: the link is used, or over.")
  @APIResponse(responseCode = "422", description = "The form again, and what is wrong.")
  @APIResponse(responseCode = "503", description = "A page: too many are signing in now.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = LinkForm.class)))
  public Response use(String body, @Context HttpHeaders headers) {
    var sent = new FormFields(body);
    var token = sent.first("token");
    if (!forms.fits(headers, FORM, sent)) {
      return form(headers, token, null, 403);
    }
    var texts = Texts.in(headers.getAcceptableLanguages());
    try {
      var answer = using.use(token, sent.first("new_password"), Trail.of(Correlation.currentId()));
      if (answer instanceof UsePasswordLink.Answer.Refused refused) {
        return form(headers, token, refused.fault(), 422);
      }
      return answer instanceof UsePasswordLink.Answer.Chosen
          ? Page.of(texts, "link.chosen-title").paragraph("link.chosen").toResponse(200).build()
          : gone(headers);
    } catch (PasswordHashing.TooBusy e) {
      return Pages.unavailable(texts);
    }
  }

  private Response form(HttpHeaders headers, String token, PasswordFault fault, int status) {
    var bound = forms.bind(headers, FORM);
    var page = Page.of(Texts.in(headers.getAcceptableLanguages()), "link.title");
    Pages.rule(page, fault);
    return page.form(
            FORM,
            form ->
                form.hidden("csrf", bound.csrf())
                    .hidden("token", token)
                    .newPassword()
                    .button("link.button"))
        .toResponse(status)
        .cookie(bound.cookie())
        .build();
  }

  private static Response gone(HttpHeaders headers) {
    return Page.of(Texts.in(headers.getAcceptableLanguages()), "link.gone-title")
        .alert("link.gone")
        .link("forgotten-password", "forgotten.link")
        .toResponse(GONE)
        .build();
  }

  /** For the description of the interface only: the page has this form. */
  @Schema(name = "PasswordLinkForm")
  record LinkForm(
      @Schema(required = true) String csrf,
      @Schema(required = true) String token,
      @Schema(required = true) String new_password) {}
}
