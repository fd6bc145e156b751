/** The database: tables, migrations, transactions, checks. */
@NullMarked
package dev.mailbrake.store;

import org.jspecify.annotations.NullMarked;
