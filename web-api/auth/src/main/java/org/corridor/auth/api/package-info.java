/** The doors of auth: the protocol's endpoints, the sign-in page, and the administration. */
package org.corridor.auth.api;
