/** What the log's layouts need: masked secrets, and lines that nobody can forge. */
@NullMarked
package dev.mailbrake.log;

import org.jspecify.annotations.NullMarked;
