package org.corridor.web.security;

import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import java.io.IOException;
import java.net.URI;
import java.net.URL;

/** Where an issuer publishes its keys. */
@FunctionalInterface
interface KeysAddress {

  String METADATA = "/.well-known/openid-configuration";

  URL find() throws IOException;

  /**
   * As the issuer's metadata says (OpenID Connect Discovery 1.0, section 4), asked each time: an
   * issuer may move its keys.
   */
  static KeysAddress discoveredOf(URI issuer, ResourceRetriever retriever) {
    var base = issuer.toString().replaceFirst("/$", "");
    return () -> {
      var there = URI.create(base + METADATA).toURL();
      try {
        var metadata =
            AuthorizationServerMetadata.parse(retriever.retrieveResource(there).getContent());
        if (!metadata.getIssuer().getValue().equals(issuer.toString())) {
          throw new IOException(there + " is the metadata of " + metadata.getIssuer());
        }
        if (metadata.getJWKSetURI() == null) {
          throw new IOException(there + " does not say where the keys are");
        }
        return ForeignSettings.address(metadata.getJWKSetURI().toString()).toURL();
      } catch (ParseException | IllegalArgumentException e) {
        throw new IOException(there + " cannot be read", e);
      }
    };
  }
}
