/** What cards, private answers and the audit log say. */
@NullMarked
package dev.mailbrake.request.wording;

import org.jspecify.annotations.NullMarked;
