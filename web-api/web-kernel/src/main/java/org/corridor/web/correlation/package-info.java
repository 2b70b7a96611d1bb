/** The thread that ties the log lines, events and answers of one request together. */
package org.corridor.web.correlation;
