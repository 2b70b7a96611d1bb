/**
 * What a context offers to the others: the interfaces and records that both the in-process and the
 * REST adapter of a caller's port speak. Only additive changes within a version.
 */
package org.corridor.contracts;
