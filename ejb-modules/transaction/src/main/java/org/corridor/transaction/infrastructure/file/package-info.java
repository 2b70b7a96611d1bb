/** Reads files of transfers, keeps them, and pays them as a Jakarta Batch job (docs/adr/0014). */
package org.corridor.transaction.infrastructure.file;
