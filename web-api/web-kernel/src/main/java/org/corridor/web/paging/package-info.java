/** Cursor paging. */
package org.corridor.web.paging;
