/** Cards, home tabs, private answers and the audit channel, brought up to date from the record. */
@NullMarked
package dev.mailbrake.request.tell;

import org.jspecify.annotations.NullMarked;
