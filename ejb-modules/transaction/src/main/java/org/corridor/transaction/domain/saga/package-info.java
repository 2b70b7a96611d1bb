/**
 * Sagas: work of several steps, each at somebody else's, that ends whatever happens in between.
 * Plain rules; who calls whom is said elsewhere.
 */
package org.corridor.transaction.domain.saga;
