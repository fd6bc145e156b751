/** Stories: the whole bot between FakeSlack and FakeZoho, told as what people do and read. */
@NullMarked
package dev.mailbrake.story;

import org.jspecify.annotations.NullMarked;
