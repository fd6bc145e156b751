package dev.mailbrake.cli;

import dev.mailbrake.config.Configuration;
import dev.mailbrake.config.InvalidConfiguration;
import dev.mailbrake.request.port.LedgerUnavailable;
import dev.mailbrake.store.Database;
import java.util.function.ToIntFunction;

/** A command's access to the record, alongside the bot that may be running. */
final class RecordVisit {
  private final Shell shell;

  RecordVisit(Shell shell) {
    this.shell = shell;
  }

  /** Does the work, or says why it can't. */
  int of(ToIntFunction<Database> work) {
    try (Database database = Database.visit(Configuration.database(shell.environment()))) {
      return work.applyAsInt(database);
    } catch (InvalidConfiguration invalid) {
      shell.err().println(invalid.lines());
      return ExitCode.CONFIG;
    } catch (LedgerUnavailable unavailable) {
      shell.err().println("The audit log cannot be read: " + unavailable.why() + ".");
      return ExitCode.UNAVAILABLE;
    } catch (RuntimeException bug) {
      shell.err().println("Something went wrong in Mailbrake. Please report this:");
      bug.printStackTrace(shell.err());
      return ExitCode.SOFTWARE;
    }
  }
}
