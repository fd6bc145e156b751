/** Who may do what: named rules over one record of facts. They read no clock and no database. */
@NullMarked
package dev.mailbrake.policy;

import org.jspecify.annotations.NullMarked;
