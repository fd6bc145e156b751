/** What the log's layouts need: secrets masked, should one ever come as far as a line. */
@NullMarked
package dev.mailbrake.log;

import org.jspecify.annotations.NullMarked;
