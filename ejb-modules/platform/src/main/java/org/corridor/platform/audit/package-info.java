/** What an auditor wants to know that no answer tells. */
package org.corridor.platform.audit;
