/** Text from outside, made safe to show. Sees no other package. */
@NullMarked
package dev.mailbrake.text;

import org.jspecify.annotations.NullMarked;
