package org.corridor.auth.api;

import com.nimbusds.oauth2.sdk.util.URLUtils;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.corridor.auth.api.pages.Page;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.application.EndSession;
import org.corridor.auth.application.TokenStoreUnavailable;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The end-session endpoint, for browsers. */
@Path("/end-session")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "OAuth 2.0")
public class EndSessionResource {

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private final EndSession ending;

  @Inject
  public EndSessionResource(EndSession ending) {
    this.ending = ending;
  }

  /** For the container's proxy. */
  protected EndSessionResource() {
    this(null);
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "endSession",
      summary = "Signs out",
      description =
          "OpenID Connect RP-Initiated Logout 1.0: ends the sign-in that the ID token came from, also"
              + " one that has expired. The browser goes back only to an address that the client is"
              + " registered with. Without id_token_hint nothing is ended. Permission: none.")
  @APIResponse(responseCode = "200", description = "A page that says what was done.")
  @APIResponse(responseCode = "303", description = "Back to the client, with state.")
  @APIResponse(responseCode = "400", description = "A page: the request is not in order.")
  @APIResponse(responseCode = "503", description = "A page: nobody can sign out now.")
  public Response byLink(
      @QueryParam("id_token_hint") String idTokenHint,
      @QueryParam("client_id") String clientId,
      @QueryParam("post_logout_redirect_uri") String postLogoutRedirectUri,
      @QueryParam("state") String state,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return end(Map.copyOf(uri.getQueryParameters()), headers);
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "endSessionByForm",
      summary = "Signs out, by a form",
      description = "As by GET. Permission: none.")
  @APIResponse(responseCode = "200", description = "A page that says what was done.")
  @APIResponse(responseCode = "303", description = "Back to the client, with state.")
  @APIResponse(responseCode = "400", description = "A page: the request is not in order.")
  @APIResponse(responseCode = "503", description = "A page: nobody can sign out now.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = EndSessionForm.class)))
  public Response byForm(String body, @Context HttpHeaders headers) {
    return end(URLUtils.parseParameters(body), headers);
  }

  private Response end(Map<String, List<String>> parameters, HttpHeaders headers) {
    var texts = Texts.in(headers.getAcceptableLanguages());
    try {
      var trail = Trail.of(Correlation.currentId());
      return answer(ending.end(parameters, SessionCookie.of(headers), trail), texts);
    } catch (TokenStoreUnavailable e) {
      return Pages.unavailable(texts);
    }
  }

  private static Response answer(EndSession.Answer answer, Texts texts) {
    if (answer instanceof EndSession.Answer.BackToClient back) {
      return Response.seeOther(back.uri()).build();
    }
    if (answer instanceof EndSession.Answer.SignedOut) {
      return page(texts, "signed-out.title", "signed-out.text", OK);
    }
    return answer instanceof EndSession.Answer.NothingEnded
        ? page(texts, "not-signed-out.title", "not-signed-out.whose", OK)
        : page(texts, "not-signed-out.title", "not-signed-out.request", BAD_REQUEST);
  }

  private static Response page(Texts texts, String title, String text, int status) {
    return Page.of(texts, title).paragraph(text).toResponse(status).build();
  }

  /** For the description of the interface only. */
  @Schema(name = "EndSessionForm")
  record EndSessionForm(
      String id_token_hint, String client_id, String post_logout_redirect_uri, String state) {}
}
