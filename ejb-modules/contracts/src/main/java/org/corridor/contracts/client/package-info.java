/** What the client context offers. */
package org.corridor.contracts.client;
