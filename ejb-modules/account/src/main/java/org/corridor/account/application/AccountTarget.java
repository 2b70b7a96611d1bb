package org.corridor.account.application;

import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;

/**
 * Which account, as whom, and from which version on.
 *
 * @param expectedVersion that the caller has read
 */
public record AccountTarget(UUID id, long expectedVersion, Caller caller, Trail trail) {}
