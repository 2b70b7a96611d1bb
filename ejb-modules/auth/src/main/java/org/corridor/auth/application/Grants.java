package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.corridor.auth.domain.Audience;

/** What of that which a request asks for may be given. */
final class Grants {

  private Grants() {}

  /**
   * The scopes asked for; all that are allowed if none are.
   *
   * @throws GeneralException {@code invalid_scope} if one is not allowed
   */
  static Set<String> scopes(Scope asked, Set<String> allowed) throws GeneralException {
    if (asked == null || asked.isEmpty()) {
      return allowed;
    }
    var scopes = new TreeSet<>(asked.toStringList());
    if (!allowed.containsAll(scopes)) {
      throw new GeneralException(
          OAuth2Error.INVALID_SCOPE.setDescription(
              "A scope was asked for that this client was not granted"));
    }
    return scopes;
  }

  /**
   * The audiences that the resources name (RFC 8707); all that are allowed if none are named.
   *
   * @throws GeneralException {@code invalid_target} if one is unknown or not allowed
   */
  static Set<Audience> audiences(List<URI> resources, Set<Audience> allowed)
      throws GeneralException {
    if (resources == null || resources.isEmpty()) {
      return allowed;
    }
    var audiences = EnumSet.noneOf(Audience.class);
    for (var resource : resources) {
      var audience = Audience.ofResource(resource.toString());
      if (audience.isEmpty() || !allowed.contains(audience.get())) {
        throw new GeneralException(
            OAuth2Error.INVALID_TARGET.setDescription("There is no such resource here"));
      }
      audiences.add(audience.get());
    }
    return audiences;
  }
}
