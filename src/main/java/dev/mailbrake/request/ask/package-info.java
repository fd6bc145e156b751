/**
 * From a command or a modal to a recorded request and its card; and questions that change nothing.
 */
@NullMarked
package dev.mailbrake.request.ask;

import org.jspecify.annotations.NullMarked;
