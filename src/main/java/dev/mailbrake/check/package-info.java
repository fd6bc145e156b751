/**
 * Whether the set-up holds, looked at before anybody needs it: what each adapter sees of its other
 * party, as findings that say what to do. Changes nothing anywhere.
 */
@NullMarked
package dev.mailbrake.check;

import org.jspecify.annotations.NullMarked;
