/** Files of transfers: what comes in them, and how far they are paid. */
package org.corridor.transaction.domain.file;
