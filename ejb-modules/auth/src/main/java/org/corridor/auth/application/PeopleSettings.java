package org.corridor.auth.application;

import java.time.Duration;

/**
 * What the use cases of people must know of the configuration.
 *
 * @param formerPasswords how many of a user's last passwords, the present one included, cannot be
 *     chosen again
 * @param resetLifetime how long a link to choose another password is good
 * @param invitationLifetime how long a link to choose the first password is good
 */
public record PeopleSettings(
    int formerPasswords, Duration resetLifetime, Duration invitationLifetime) {}
