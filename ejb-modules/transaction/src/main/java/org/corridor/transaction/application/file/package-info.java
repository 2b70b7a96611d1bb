/** Use cases of files of transfers (docs/adr/0014). */
package org.corridor.transaction.application.file;
