package org.corridor.dev;

/** There is no Apache with mod_auth_openidc here, so no relying party of others can be tried. */
public final class RelyingPartyMissing extends DevServicesException {
  private static final long serialVersionUID = 1L;

  RelyingPartyMissing() {
    super(
        "No Apache with mod_auth_openidc here. Install it (Debian: apt-get install"
            + " --no-install-recommends apache2-bin libapache2-mod-auth-openidc).");
  }
}
