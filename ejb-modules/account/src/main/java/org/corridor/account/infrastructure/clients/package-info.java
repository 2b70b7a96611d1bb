/** The client context as the account context sees it: in the same EAR, or over HTTP. */
package org.corridor.account.infrastructure.clients;
