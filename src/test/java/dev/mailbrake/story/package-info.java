/** Stories: the whole bot between both stand-ins, told as what people do and what they read. */
@NullMarked
package dev.mailbrake.story;

import org.jspecify.annotations.NullMarked;
