package org.corridor.auth.application;

/**
 * Whether scripts may sign people in by their passwords.
 *
 * @param isOn false where only the sign-in page shall take passwords
 */
public record PasswordLogin(boolean isOn) {}
