/** What the tests of every module share: the rules of the architecture and a real database. */
package org.corridor.testing;
