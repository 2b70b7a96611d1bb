package org.corridor.web.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a token says something: the name of a claim, or names with dots between them that lead into
 * it, such as {@code realm_access.roles}. A claim whose own name has dots in it goes first.
 */
record ClaimPath(String text) {

  ClaimPath {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the name of a claim is missing");
    }
  }

  /** Null if the token does not say. */
  Object find(JWTClaimsSet claims) {
    var whole = claims.getClaim(text);
    if (whole != null) {
      return whole;
    }
    Object here = claims.getClaims();
    for (var name : text.split("\\.", -1)) {
      here = here instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return here;
  }

  /**
   * @throws IllegalArgumentException if it is no text
   */
  Optional<String> text(JWTClaimsSet claims) {
    var found = find(claims);
    if (found == null) {
      return Optional.empty();
    }
    return Optional.of(text(found));
  }

  /**
   * The words of a text, as {@code scope} has them, or the texts of a list.
   *
   * @throws IllegalArgumentException if it is neither
   */
  List<String> words(JWTClaimsSet claims) {
    var found = find(claims);
    if (found == null) {
      return List.of();
    }
    return found instanceof Collection<?> list
        ? list.stream().map(this::text).toList()
        : Words.of(text(found));
  }

  private String text(Object found) {
    if (found instanceof String string) {
      return string;
    }
    throw new IllegalArgumentException("the claim " + text + " is no text");
  }
}
