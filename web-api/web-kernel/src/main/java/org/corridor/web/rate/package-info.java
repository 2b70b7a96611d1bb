/** How often a caller may ask: nobody takes the platform away from the others. */
package org.corridor.web.rate;
