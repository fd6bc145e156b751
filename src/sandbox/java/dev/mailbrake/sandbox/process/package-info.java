/** The packaged jar as a process of its own, for those who end it in every way there is. */
@NullMarked
package dev.mailbrake.sandbox.process;

import org.jspecify.annotations.NullMarked;
