/** What an auditor wants to know of requests that were refused. */
package org.corridor.web.audit;
