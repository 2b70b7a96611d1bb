/** Identifiers. */
package org.corridor.platform.id;
