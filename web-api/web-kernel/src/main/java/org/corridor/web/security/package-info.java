/** Who calls: bearer tokens (RFC 9068), permissions. */
package org.corridor.web.security;
