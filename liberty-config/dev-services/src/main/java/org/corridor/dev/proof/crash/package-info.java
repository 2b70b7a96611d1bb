/** The crash suite: servers are killed while money moves, and afterwards nothing is missing. */
package org.corridor.dev.proof.crash;
