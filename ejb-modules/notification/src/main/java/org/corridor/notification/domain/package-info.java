/** Who is told what, in which words, when, and what became of it: plain Java, no I/O. */
package org.corridor.notification.domain;
