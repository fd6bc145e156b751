package dev.mailbrake.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/**
 * What a command has from outside.
 *
 * @param environment the environment variables
 * @param user the name that the operating system has for whoever runs it
 * @param out for what the command is asked for, and nothing else
 * @param err for what a person is told next to it
 */
public record Shell(
    Map<String, String> environment, Clock clock, String user, OutputStream out, PrintWriter err) {}
