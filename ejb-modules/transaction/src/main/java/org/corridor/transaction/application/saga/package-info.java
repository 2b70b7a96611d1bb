/**
 * Carries sagas to their ends: whoever has a saga on lease makes one move after the other, each
 * written before and after it is made (docs/adr/0018).
 */
package org.corridor.transaction.application.saga;
