/**
 * Users, roles, permissions and API clients: who may sign in, when sign-in is refused, what a token
 * may carry. Plain Java; it decides and returns, and never acts.
 */
package org.corridor.auth.domain;
