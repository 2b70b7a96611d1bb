/** Values on their way to and from a database. */
package org.corridor.platform.jdbc;
