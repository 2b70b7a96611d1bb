/**
 * The table of who may do what, by role, operation and attribute: made of the code, and compared
 * with what {@code docs/reference/permissions.md} says.
 */
package org.corridor.testing.access;
