/** A processor of payments for development and tests, with all its moods. */
package org.corridor.dev.processor;
