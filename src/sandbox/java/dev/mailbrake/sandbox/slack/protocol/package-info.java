/** What both directions share: JSON, forms, arguments, errors. */
@NullMarked
package dev.mailbrake.sandbox.slack.protocol;

import org.jspecify.annotations.NullMarked;
