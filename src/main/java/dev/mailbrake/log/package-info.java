/**
 * What the log's layouts need: secrets masked, should one ever come as far as a line, and lines
 * that nobody else can write.
 */
@NullMarked
package dev.mailbrake.log;

import org.jspecify.annotations.NullMarked;
