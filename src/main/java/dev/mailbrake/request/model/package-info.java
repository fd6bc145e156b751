/** What a request is: its states and steps, its card, and who asked, approved and decided. */
@NullMarked
package dev.mailbrake.request.model;

import org.jspecify.annotations.NullMarked;
