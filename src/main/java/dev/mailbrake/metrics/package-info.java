/**
 * What is counted and measured, on Micrometer. Labels are bounded: never an address, a person or
 * what somebody typed.
 */
@NullMarked
package dev.mailbrake.metrics;

import org.jspecify.annotations.NullMarked;
