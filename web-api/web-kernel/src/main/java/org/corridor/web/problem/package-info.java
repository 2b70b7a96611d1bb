/** Errors as problem+json (RFC 9457). */
package org.corridor.web.problem;
