/** The platform started afresh, for those who want to know what it does and how fast. */
package org.corridor.dev.proof;
