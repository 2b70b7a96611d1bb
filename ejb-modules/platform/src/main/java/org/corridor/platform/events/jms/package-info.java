/** Events by JMS, where all contexts share one server. */
package org.corridor.platform.events.jms;
