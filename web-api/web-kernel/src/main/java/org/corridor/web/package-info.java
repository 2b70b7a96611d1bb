/**
 * What every door has in common: problems, correlation, the caller, idempotency, paging. No CDI
 * beans: each WAR registers these classes in its own application, and hands them what they need.
 */
package org.corridor.web;
