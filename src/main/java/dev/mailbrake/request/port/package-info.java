/** What the life of a request needs from the outside: the record, jobs, Slack. */
@NullMarked
package dev.mailbrake.request.port;

import org.jspecify.annotations.NullMarked;
