/** An Open Liberty for in-container tests, configured as the real ones are. */
package org.corridor.testing.liberty;
