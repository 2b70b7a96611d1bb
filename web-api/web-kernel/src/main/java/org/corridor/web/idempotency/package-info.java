/** The Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header). */
package org.corridor.web.idempotency;
