/** The words of notices: FreeMarker templates, one for each type and language. */
package org.corridor.notification.infrastructure.words;
