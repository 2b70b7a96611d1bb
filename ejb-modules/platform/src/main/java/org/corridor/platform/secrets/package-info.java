/**
 * Seals what must lie in a database but not in the clear: signing keys, secrets that are read
 * again.
 */
package org.corridor.platform.secrets;
