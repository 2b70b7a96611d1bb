/** Who the clients are, and the rules of their life: plain Java, no I/O. */
package org.corridor.client.domain;
