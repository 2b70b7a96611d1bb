/**
 * The use cases of auth, and the ports that they need.
 *
 * <p>Messages of OAuth 2.0 and OpenID Connect are Nimbus' types here: nothing of the protocol is
 * parsed or written by hand. A refusal that the protocol has a code for travels as Nimbus' checked
 * {@code GeneralException} and becomes a response in one place.
 */
package org.corridor.auth.application;
