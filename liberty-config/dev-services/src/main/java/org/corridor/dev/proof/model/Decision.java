package org.corridor.dev.proof.model;

/**
 * One thing that a command may do to the reference.
 *
 * @param reply what is answered
 * @param after the reference afterwards
 */
record Decision(Reply reply, Reference after) {}
