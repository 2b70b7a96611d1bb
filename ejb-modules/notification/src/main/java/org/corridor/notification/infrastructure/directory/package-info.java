/** The client, auth and account contexts as this one sees them: in the same EAR, or over HTTP. */
package org.corridor.notification.infrastructure.directory;
