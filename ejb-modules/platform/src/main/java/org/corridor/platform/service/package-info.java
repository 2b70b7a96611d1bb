/** How a context identifies itself when it calls another one over HTTP. */
package org.corridor.platform.service;
