/** Metrics, on Micrometer. Labels are bounded: never an address, a person or typed text. */
@NullMarked
package dev.mailbrake.metrics;

import org.jspecify.annotations.NullMarked;
