package org.corridor.transaction.application.file;

/**
 * What is wrong with a file.
 *
 * @param where a line and its column, or an element's path
 * @param detail what is wrong there
 */
public record FileFault(String where, String detail) {}
