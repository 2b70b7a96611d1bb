package org.corridor.auth.infrastructure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.corridor.auth.domain.KeySchedule;

/**
 * The signing keys as one JWK set. From when on a key signs stands with it as {@code nbf}; the very
 * first, of installations older than the schedule, has none.
 */
final class KeyRing {

  private static final int RSA_BITS = 2_048;
  private static final String SIGNS_FROM = "nbf";

  private final JWKSet keys;
  private final JWKSet published;
  private final List<KeySchedule.Key> times = new ArrayList<>();
  private final Map<String, JWSSigner> signers = new HashMap<>();

  /**
   * @param since from when on a key signs that does not say so
   */
  KeyRing(JWKSet keys, Instant since) throws JOSEException {
    this.keys = keys;
    var open = new ArrayList<JWK>();
    for (var key : keys.getKeys()) {
      times.add(new KeySchedule.Key(key.getKeyID(), signsFrom(key, since)));
      signers.put(key.getKeyID(), new RSASSASigner(key.toRSAKey()));
      open.add(published(key));
    }
    this.published = new JWKSet(open);
  }

  static KeyRing first(Instant now) throws JOSEException {
    return new KeyRing(new JWKSet(generate(now)), now);
  }

  /** The public part of all. */
  JWKSet published() {
    return published;
  }

  List<KeySchedule.Key> times() {
    return List.copyOf(times);
  }

  JWSSigner signer(KeySchedule.Key key) {
    return signers.get(key.id());
  }

  /** As the plan says; empty of what has outlived its use. */
  KeyRing changed(KeySchedule.Plan plan, Instant since) throws JOSEException {
    var next = new ArrayList<JWK>();
    for (var key : keys.getKeys()) {
      if (!plan.outlived().contains(key.getKeyID())) {
        next.add(key);
      }
    }
    if (plan.nextSignsFrom().isPresent()) {
      next.add(generate(plan.nextSignsFrom().get()));
    }
    return new KeyRing(new JWKSet(next), since);
  }

  /** With the private parts. */
  String secretJson() {
    return keys.toString(false);
  }

  private static Instant signsFrom(JWK key, Instant since) {
    return key.toJSONObject().get(SIGNS_FROM) instanceof Number seconds
        ? Instant.ofEpochSecond(seconds.longValue())
        : since;
  }

  /** Without the time: others need not know it, and some would refuse a key before it. */
  private static JWK published(JWK key) {
    var members = key.toPublicJWK().toJSONObject();
    members.remove(SIGNS_FROM);
    return parsed(members);
  }

  private static JWK generate(Instant signsFrom) throws JOSEException {
    var key =
        new RSAKeyGenerator(RSA_BITS)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .keyIDFromThumbprint(true)
            .generate();
    var members = key.toJSONObject();
    members.put(SIGNS_FROM, signsFrom.getEpochSecond());
    return parsed(members);
  }

  private static JWK parsed(Map<String, Object> members) {
    try {
      return JWK.parse(members);
    } catch (ParseException e) {
      throw new IllegalStateException("a key that was made here cannot be read", e);
    }
  }
}
