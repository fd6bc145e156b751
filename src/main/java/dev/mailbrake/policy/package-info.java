/**
 * Who may do what: one pure function over one record of facts, walked as an ordered list of named
 * rules. No rule reads a clock, a channel or a database; the verdict says which rule gave it.
 */
@NullMarked
package dev.mailbrake.policy;

import org.jspecify.annotations.NullMarked;
