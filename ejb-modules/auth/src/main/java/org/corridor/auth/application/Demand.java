package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How fresh and how strong a sign-in must be for a request (OpenID Connect Core, section 3.1.2.1).
 *
 * @param anew true if a session does not do: {@code prompt=login}
 * @param maxAgeSeconds of the sign-in; null if any will do
 * @param twoFactors true if {@code acr_values} asks for a second factor
 * @param silent true if nobody may be asked: {@code prompt=none}
 * @param consent true if the person shall be asked what the program may have: {@code
 *     prompt=consent}
 */
public record Demand(
    boolean anew, Long maxAgeSeconds, boolean twoFactors, boolean silent, boolean consent) {

  /** Whatever session there is. */
  static Demand none() {
    return new Demand(false, null, false, false, false);
  }

  /**
   * @throws GeneralException {@code invalid_request} if an age is no number
   */
  static Demand of(AuthorizationRequest request) throws GeneralException {
    var prompt = request.getPrompt();
    var acr = String.join(" ", custom(request, "acr_values"));
    return new Demand(
        asks(prompt, Prompt.Type.LOGIN) || asks(prompt, Prompt.Type.SELECT_ACCOUNT),
        maxAge(custom(request, "max_age")),
        List.of(acr.split(" ")).contains(Proof.ACR_TWO_FACTORS),
        asks(prompt, Prompt.Type.NONE),
        asks(prompt, Prompt.Type.CONSENT));
  }

  private static boolean asks(Prompt prompt, Prompt.Type type) {
    return prompt != null && prompt.contains(type);
  }

  boolean isMetBy(BrowserSession session, Instant now) {
    return !anew
        && (maxAgeSeconds == null
            || !now.isAfter(session.authenticatedAt().plus(Duration.ofSeconds(maxAgeSeconds))))
        && (!twoFactors || session.proof().hasTwoFactors());
  }

  private static List<String> custom(AuthorizationRequest request, String name) {
    var values = request.getCustomParameter(name);
    return values == null ? List.of() : values;
  }

  private static Long maxAge(List<String> values) throws GeneralException {
    if (values.isEmpty()) {
      return null;
    }
    if (!values.get(0).matches("[0-9]{1,9}")) {
      throw new GeneralException(
          OAuth2Error.INVALID_REQUEST.setDescription("max_age is a number of seconds"));
    }
    return Long.valueOf(values.get(0));
  }
}
