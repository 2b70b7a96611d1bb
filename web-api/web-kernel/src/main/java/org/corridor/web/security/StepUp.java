package org.corridor.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.corridor.kernel.Authentication;
import org.corridor.kernel.Caller;
import org.eclipse.microprofile.config.Config;

/**
 * How a person must have signed in before a {@linkplain RequiresStepUp sensitive operation}. Both
 * rules are off unless they are set. A machine has not signed in: it is bounded by its scopes,
 * which a person gave it, and that is a sensitive operation.
 *
 * @param acrValues the ways of signing in that are enough, as the claim {@code acr} calls them; all
 *     if empty
 * @param maxAge how long ago it may be, at most; null for any time
 */
public record StepUp(List<String> acrValues, Duration maxAge) {

  static final StepUp OFF = new StepUp(List.of(), null);

  private static final String ACR_VALUES = "corridor.step-up.acr-values";
  private static final String MAX_AGE = "corridor.step-up.max-age";

  /** As {@code acr} values are written into a header: none of them needs an escape there. */
  private static final String ACR = "[A-Za-z0-9._~:/?#@!$&'()*+;=%-]+";

  /**
   * @throws IllegalArgumentException if no sign-in could ever be enough
   */
  public StepUp {
    acrValues = List.copyOf(acrValues);
    for (var acr : acrValues) {
      if (!acr.matches(ACR)) {
        throw new IllegalArgumentException(ACR_VALUES + " has what is no acr value: " + acr);
      }
    }
    if (maxAge != null && maxAge.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(MAX_AGE + " must be a second or more: " + maxAge);
    }
  }

  static StepUp from(Config config) {
    var acrValues =
        config.getOptionalValue(ACR_VALUES, String.class).map(Words::of).orElse(List.of());
    return new StepUp(acrValues, config.getOptionalValue(MAX_AGE, Duration.class).orElse(null));
  }

  /** What a token does not say is not so. */
  boolean isMetBy(Caller caller, Instant now) {
    return caller.signedIn().map(signIn -> isStrong(signIn) && isFresh(signIn, now)).orElse(true);
  }

  /** The parameters of {@code WWW-Authenticate} (RFC 9470, section 3). */
  String challenge(String scheme) {
    var parameters = new StringJoiner(", ", scheme + " ", "");
    parameters.add("error=\"insufficient_user_authentication\"");
    parameters.add("error_description=\"" + description() + "\"");
    if (!acrValues.isEmpty()) {
      parameters.add("acr_values=\"" + String.join(" ", acrValues) + "\"");
    }
    if (maxAge != null) {
      parameters.add("max_age=\"" + maxAge.toSeconds() + "\"");
    }
    return parameters.toString();
  }

  String description() {
    var wanted = new StringJoiner(" and ", "This needs a sign-in ", ".");
    if (!acrValues.isEmpty()) {
      wanted.add("by " + String.join(" or ", acrValues));
    }
    if (maxAge != null) {
      wanted.add("of the last " + maxAge.toSeconds() + " seconds");
    }
    return wanted.toString();
  }

  private boolean isStrong(Authentication signIn) {
    return acrValues.isEmpty() || signIn.how().map(acrValues::contains).orElse(false);
  }

  private boolean isFresh(Authentication signIn, Instant now) {
    return maxAge == null || signIn.when().map(at -> !now.isAfter(at.plus(maxAge))).orElse(false);
  }
}
