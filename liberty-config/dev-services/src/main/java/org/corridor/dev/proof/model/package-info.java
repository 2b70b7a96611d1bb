/**
 * The model-based suite: random commands, several at once, against the running platform and against
 * a simple reference in memory. What the platform answers must be explained by some order of the
 * commands in the reference.
 */
package org.corridor.dev.proof.model;
