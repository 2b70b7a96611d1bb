/** What every context does by the clock. */
package org.corridor.platform.housekeeping;
