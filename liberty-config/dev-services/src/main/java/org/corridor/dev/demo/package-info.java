/**
 * A small demo organisation, loaded through the front door as any administrator would: over HTTPS,
 * with tokens. The journeys sign in and speak to the platform with the same classes.
 */
package org.corridor.dev.demo;
