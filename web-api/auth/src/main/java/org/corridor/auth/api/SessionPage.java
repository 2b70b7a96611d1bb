package org.corridor.auth.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.corridor.auth.application.BrowserSession;
import org.corridor.auth.application.SignOut;
import org.corridor.auth.application.TokenFamily;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where somebody is signed in. */
@Schema(name = "SessionPage")
record SessionPage(List<SessionView> items, String next) {

  static SessionPage of(SignOut.SignIns signIns) {
    var items = new ArrayList<SessionView>();
    signIns.browsers().stream().map(SessionView::of).forEach(items::add);
    signIns.programs().stream().map(SessionView::of).forEach(items::add);
    return new SessionPage(items, null);
  }

  /** A browser, or a program with the tokens that it was given. */
  @Schema(name = "Session")
  record SessionView(
      UUID id,
      @Schema(
              type = SchemaType.STRING,
              enumeration = {"BROWSER", "PROGRAM"})
          String kind,
      @Schema(description = "As the browser calls itself.") String device,
      @Schema(description = "Of a program.", example = "corridor-cli") String apiClientId,
      @Schema(description = "Of a program: the browser that it was let in by.") UUID sessionId,
      Instant signedInAt,
      Instant expiresAt) {

    static SessionView of(BrowserSession session) {
      return new SessionView(
          session.id(),
          "BROWSER",
          session.device(),
          null,
          null,
          session.authenticatedAt(),
          session.expiresAt());
    }

    static SessionView of(TokenFamily family) {
      return new SessionView(
          family.id(),
          "PROGRAM",
          null,
          family.apiClientId(),
          family.proof().sessionId(),
          family.authenticatedAt(),
          family.expiresAt());
    }
  }
}
