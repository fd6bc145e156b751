package dev.mailbrake.cli;

import dev.mailbrake.text.PlainText;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a wrong command line in two lines: what is wrong, and where the help is. */
public final class WrongUsage implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine line = wrong.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    line.getErr().println(words(wrong, name));
    line.getErr()
        .printf(
            "Run '%s' to see how to use it.%n", name.replaceFirst("^mailbrake", "mailbrake help"));
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String words(ParameterException wrong, String name) {
    return wrong instanceof UnmatchedArgumentException unmatched
        ? unmatched(unmatched, name)
        : PlainText.oneLine(String.valueOf(wrong.getMessage()));
  }

  private static String kind(UnmatchedArgumentException wrong, String first) {
    if (first.startsWith("-")) {
      return "option";
    }
    return wrong.getCommandLine().getSubcommands().isEmpty() ? "parameter" : "command";
  }

  private static String unmatched(UnmatchedArgumentException wrong, String name) {
    String first = PlainText.visible(wrong.getUnmatched().get(0), "");
    List<String> similar = wrong.getSuggestions();
    return "%s has no %s '%s'.".formatted(name, kind(wrong, first), first)
        + (similar.isEmpty() ? "" : " Did you mean '%s'?".formatted(similar.get(0)));
  }
}
