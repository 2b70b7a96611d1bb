/** A server that speaks as much of Vault's documented API as the platform's client uses. */
package org.corridor.testing.vault;
