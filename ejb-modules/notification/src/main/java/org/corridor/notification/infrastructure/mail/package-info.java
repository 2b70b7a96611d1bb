/** E-mail, by SMTP. */
package org.corridor.notification.infrastructure.mail;
