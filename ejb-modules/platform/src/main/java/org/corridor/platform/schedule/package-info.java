/** Work that is done again and again. */
package org.corridor.platform.schedule;
