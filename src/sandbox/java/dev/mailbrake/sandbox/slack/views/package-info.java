/** Home tabs and modals, and what people do in them. */
@NullMarked
package dev.mailbrake.sandbox.slack.views;

import org.jspecify.annotations.NullMarked;
