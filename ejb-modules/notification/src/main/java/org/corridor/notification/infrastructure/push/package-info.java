/** Messages to browsers and apps by Web Push: RFC 8030, 8188, 8291, 8292. */
package org.corridor.notification.infrastructure.push;
