/** What the platform's probes ask of every context. */
package org.corridor.web.health;
