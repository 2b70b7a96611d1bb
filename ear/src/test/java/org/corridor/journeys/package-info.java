/**
 * What a banker, a client or an attacker does to the running platform, through its front door. The
 * journeys know a base URL only, and pass on both topologies.
 */
package org.corridor.journeys;
