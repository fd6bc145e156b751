package dev.mailbrake.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/**
 * What a command gets from outside.
 *
 * @param user the operating system's name of whoever runs it
 * @param out for the command's result, and nothing else
 * @param err for everything else that a person reads
 */
public record Shell(
    Map<String, String> environment, Clock clock, String user, OutputStream out, PrintWriter err) {}
