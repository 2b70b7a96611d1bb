package org.corridor.auth.application;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Signs tokens with RS256. */
public interface SigningKeys {

  /** What everybody may know, to verify signatures with. */
  JWKSet publicKeys();

  SignedJWT sign(JOSEObjectType type, JWTClaimsSet claims);
}
