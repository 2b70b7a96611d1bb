/** What the descriptions of all interfaces have in common. */
package org.corridor.web.openapi;
