/** How users and clients are kept, where tokens lie, and what the container starts and watches. */
package org.corridor.auth.infrastructure;
