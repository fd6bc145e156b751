/**
 * The command line besides {@code serve}: what an operator looks at, is given and takes away. Each
 * command gets its surroundings as a {@link dev.mailbrake.cli.Shell}.
 */
@NullMarked
package dev.mailbrake.cli;

import org.jspecify.annotations.NullMarked;
