/**
 * The edge to the database: the tables, their migrations, the transaction in which a state, its
 * audit row and the job it owes are written together.
 */
@NullMarked
package dev.mailbrake.store;

import org.jspecify.annotations.NullMarked;
