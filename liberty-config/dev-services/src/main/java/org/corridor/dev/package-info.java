/**
 * Real servers on one machine without Docker: PostgreSQL, Redis, Open Liberty, nginx. {@code mvn
 * -Prun}, the acceptance journeys, the benchmark and the crash tests start what they need from
 * here; nothing in it is part of what is deployed. Directories and ports are always given, never
 * found in global state, so that several sets can run side by side.
 */
package org.corridor.dev;
