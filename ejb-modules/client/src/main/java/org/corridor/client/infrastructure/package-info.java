/** How clients are kept, and what the container starts, watches and is told. */
package org.corridor.client.infrastructure;
