package org.corridor.web.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A request that was refused because of who asked; docs/reference/permissions.md tells of each
 * member. No personal data: people are their ids, and the query of an address is left out.
 *
 * @param event says what kind of line this is
 * @param subject the user or machine; null on a page that is open to all
 * @param method of HTTP
 * @param operation the address with names for ids; null if no operation has that address
 * @param path the address that was asked for
 * @param permission that the operation needs; null if it needs none
 * @param code of the problem; null if the answer is a page
 * @param reason as the caller was told; null likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Denial(
    String event,
    Instant at,
    String subject,
    String branch,
    String method,
    String operation,
    String path,
    String permission,
    int status,
    String code,
    String reason,
    String correlationId) {

  /** Refused for want of a permission or an attribute, or of a sign-in that is good enough. */
  static final String DENIED = "access-denied";

  /**
   * What has this id is not there or is not the caller's: it is told the same of both, and many of
   * these by one caller are somebody who tries ids.
   */
  static final String HIDDEN = "not-found-or-hidden";
}
