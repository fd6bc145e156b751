package dev.mailbrake;

import dev.mailbrake.config.Configuration;
import dev.mailbrake.config.InvalidConfiguration;
import dev.mailbrake.request.LedgerUnavailable;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program: {@code serve}, which is the default, and {@code version}. */
public final class Mailbrake {
  /** The command line cannot be understood (BSD sysexits). */
  static final int EX_USAGE = 64;

  /** Something the program needs is not there: the database, the port. */
  static final int EX_UNAVAILABLE = 69;

  /** The environment is not a configuration. */
  static final int EX_CONFIG = 78;

  private Mailbrake() {}

  public static void main(String[] arguments) {
    String command = arguments.length == 0 ? "serve" : arguments[0];
    switch (command) {
      case "serve" -> serve(System.getenv(), System.err);
      case "version" -> System.out.println("mailbrake " + version());
      default -> {
        System.err.println("usage: java -jar mailbrake.jar [serve | version]");
        System.exit(EX_USAGE);
      }
    }
  }

  private static void serve(Map<String, String> environment, PrintStream errors) {
    try {
      Configuration configuration = Configuration.from(environment);
      Logger log = log();
      Bot bot = Bot.start(configuration, Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(bot), "shutdown"));
      log.info("mailbrake {} serves {}", version(), bot.port());
    } catch (InvalidConfiguration invalid) {
      errors.println("Mailbrake cannot start. Please correct these settings:");
      invalid.problems().forEach(problem -> errors.println("  " + problem));
      System.exit(EX_CONFIG);
    } catch (LedgerUnavailable | IllegalStateException unavailable) {
      errors.println("Mailbrake cannot start: " + unavailable.getMessage());
      System.exit(EX_UNAVAILABLE);
    }
  }

  private static void stop(Bot bot) {
    log().info("stopping: nothing more is accepted, what runs is finished or handed back");
    bot.close();
    log().info("stopped");
  }

  /** Not before the configuration is known to be good: it says in which form is logged. */
  private static Logger log() {
    return LoggerFactory.getLogger(Mailbrake.class);
  }

  private static String version() {
    return Optional.ofNullable(Mailbrake.class.getPackage().getImplementationVersion())
        .orElse("in development");
  }
}
