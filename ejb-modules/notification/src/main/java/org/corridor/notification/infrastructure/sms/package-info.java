/** Text messages, by SMPP 3.4. */
package org.corridor.notification.infrastructure.sms;
