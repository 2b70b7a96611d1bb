/** What the auth context offers. */
package org.corridor.contracts.auth;
