/** How notices are kept, and what the container starts and watches. */
package org.corridor.notification.infrastructure;
