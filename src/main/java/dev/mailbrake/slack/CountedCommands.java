package dev.mailbrake.slack;

import dev.mailbrake.command.Command;
import dev.mailbrake.command.Command.Cases;
import dev.mailbrake.command.CommandParser;
import dev.mailbrake.command.Verb;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.metrics.Metric;
import java.util.Locale;

/** A parser whose commands are counted, those too that change nothing and leave no audit row. */
final class CountedCommands {
  private final CommandParser parser;
  private final Meters meters;

  CountedCommands(CommandParser parser, Meters meters) {
    this.parser = parser;
    this.meters = meters;
  }

  Command parse(Verb verb, String text) {
    Command command = parser.parse(verb, text);
    meters.count(Metric.COMMANDS, verb.name().toLowerCase(Locale.ROOT), command.fold(new Kind()));
    return command;
  }

  private static final class Kind implements Cases<String> {
    @Override
    public String change(Command.ChangeOutgoing change) {
      return "change";
    }

    @Override
    public String status(Command.ShowStatus status) {
      return "status";
    }

    @Override
    public String overview(Command.ShowOverview overview) {
      return "overview";
    }

    @Override
    public String form(Command.OpenForm form) {
      return "form";
    }

    @Override
    public String answer(Command.AnswerOnly answer) {
      return "usage";
    }
  }
}
