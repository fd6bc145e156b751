/** From a command or modal to a recorded request and its card; and commands that only read. */
@NullMarked
package dev.mailbrake.request.ask;

import org.jspecify.annotations.NullMarked;
