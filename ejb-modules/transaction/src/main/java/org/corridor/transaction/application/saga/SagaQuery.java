package org.corridor.transaction.application.saga;

import java.util.UUID;
import org.corridor.transaction.domain.saga.SagaStatus;

/**
 * Which sagas are wanted; what is null does not narrow.
 *
 * @param waiting true for those that wait for something, also for somebody; false for the others
 * @param before only what was begun before this one: where the page before ended
 */
public record SagaQuery(SagaStatus status, String kind, Boolean waiting, UUID before) {}
