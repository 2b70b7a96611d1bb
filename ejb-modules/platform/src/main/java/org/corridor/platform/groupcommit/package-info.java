/**
 * Many small commands, one database transaction: what has queued up is committed together, so that
 * a commit's flush to disk, and the statements, are shared.
 */
package org.corridor.platform.groupcommit;
