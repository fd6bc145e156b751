package dev.mailbrake.bench.crash;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The end of a run: cancels waiting requests, then waits for pending jobs. */
final class Drain {
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Testbed testbed;
  private final Set<String> clicked = new HashSet<>();

  private Drain(Testbed testbed) {
    this.testbed = testbed;
  }

  /** Returns once nothing is open or pending, or when waiting has become pointless. */
  static void await(Testbed testbed) {
    Drain drain = new Drain(testbed);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!drain.isDone() && System.nanoTime() < end) {
      drain.cancelWaitingRequests();
      Pause.of(POLL_INTERVAL);
    }
  }

  private boolean isDone() {
    return column("select id from requests where state in ('WAITING', 'CONFIRMED', 'ACCEPTED')")
            .isEmpty()
        && column("select task_name from scheduled_tasks where " + FinalRecord.PENDING_JOBS)
            .isEmpty();
  }

  /** Clicks once each; if a click is lost, the request expires at its deadline. */
  private void cancelWaitingRequests() {
    Set<String> waiting = column("select id from requests where state = 'WAITING'");
    waiting.removeAll(clicked);
    testbed.cards().stream()
        .filter(message -> message.buttons().stream().anyMatch(it -> waiting.contains(it.value())))
        .forEach(
            message ->
                message.buttons().stream()
                    .filter(button -> button.label().equals("Cancel"))
                    .filter(button -> waiting.contains(button.value()))
                    .filter(button -> clicked.add(button.value()))
                    .forEach(button -> testbed.slack().as(ADA).clicks(message, button)));
  }

  private Set<String> column(String query) {
    try (Connection connection = testbed.database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      Set<String> values = new HashSet<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read the record", broken);
    }
  }
}
