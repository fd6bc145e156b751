package dev.mailbrake.bench.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Kills the packaged jar at random instants while people use it, and reports whether anything was
 * lost or repeated and whether everything people were told is true.
 */
public final class CrashCampaign {
  private CrashCampaign() {}

  /** Runs on the databases that the system properties name; exits with status 1 on any finding. */
  public static void main(String[] arguments) {
    PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    boolean clean = true;
    for (RunOptions options : RunOptions.fromProperties(System.nanoTime())) {
      console.println(
          "%s: %d kills, seed %d, clocks %d s apart"
              .formatted(
                  options.database().word(),
                  options.kills(),
                  options.seed(),
                  options.skew().toSeconds()));
      Report report = run(options);
      console.print(report.text());
      clean &= report.findings().isEmpty();
    }
    System.exit(clean ? 0 : 1);
  }

  /** Runs once on a database of its own; stops everything it started. */
  public static Report run(RunOptions options) {
    long start = System.nanoTime();
    try (Testbed testbed = new Testbed(options.database());
        Processes processes = testbed.processes(options)) {
      Thread killer = new Thread(() -> end(testbed, processes), "campaign-end");
      Runtime.getRuntime().addShutdownHook(killer);
      try {
        Report.Work work = work(options, testbed, processes);
        processes.end();
        FinalRecord record = FinalRecord.read(testbed.database());
        Findings findings = Comparison.of(testbed, record);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return Report.of(options, work, record, findings, took);
      } finally {
        Runtime.getRuntime().removeShutdownHook(killer);
      }
    }
  }

  private static void end(Testbed testbed, Processes processes) {
    processes.end();
    testbed.end();
  }

  private static Report.Work work(RunOptions options, Testbed testbed, Processes processes) {
    List<Integer> all = IntStream.range(0, options.database().processes()).boxed().toList();
    all.forEach(processes::start);
    all.forEach(processes::awaitReady);
    Workload people = Workload.start(testbed, options.seed());
    try {
      killAll(KillSchedule.of(options), processes);
    } finally {
      people.close();
    }
    all.forEach(processes::awaitReady);
    Drain.await(testbed);
    return new Report.Work(
        processes.started(),
        people.commands(),
        people.clicks(),
        people.undelivered(),
        testbed.zoho().writes().size());
  }

  private static void killAll(List<KillSchedule.Kill> kills, Processes processes) {
    int startedLast = 0;
    for (KillSchedule.Kill kill : kills) {
      if (!kill.whileStarting()) {
        processes.awaitReady(startedLast);
      }
      Pause.of(kill.after());
      int victim = kill.whileStarting() ? startedLast : kill.victim();
      processes.kill(victim);
      processes.start(victim);
      startedLast = victim;
    }
  }
}
