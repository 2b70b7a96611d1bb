package org.corridor.client.application;

import java.util.UUID;
import org.corridor.client.domain.ClientStatus;

/**
 * Which clients are asked for; null means any.
 *
 * @param id the only one that may be found
 * @param namePrefix how the family name or the legal name begins, in whatever case and accents
 */
public record ClientFilter(UUID id, ClientStatus status, String branch, String namePrefix) {}
