/** The pages that people see: plain, in two languages, without scripts. */
package org.corridor.auth.api.pages;
