/** What the operations of a context do, in figures. */
package org.corridor.web.metrics;
