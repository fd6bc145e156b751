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
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Testbed stage;
  private final Set<String> clicked = new HashSet<>();

  private Drain(Testbed stage) {
    this.stage = stage;
  }

  /** Returns once nothing is open or pending, or when waiting has become pointless. */
  static void awaitIn(Testbed stage) {
    Drain rest = new Drain(stage);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!rest.isHere() && System.nanoTime() < end) {
      rest.cancelWhatWaits();
      Pause.of(LOOK_AGAIN);
    }
  }

  private boolean isHere() {
    return column("select id from requests where state in ('WAITING', 'CONFIRMED', 'ACCEPTED')")
            .isEmpty()
        && column("select task_name from scheduled_tasks where " + FinalRecord.OWED).isEmpty();
  }

  /** Clicks once each; if a click is lost, the request expires at its deadline. */
  private void cancelWhatWaits() {
    Set<String> waiting = column("select id from requests where state = 'WAITING'");
    waiting.removeAll(clicked);
    stage.cards().stream()
        .filter(message -> message.buttons().stream().anyMatch(it -> waiting.contains(it.value())))
        .forEach(
            message ->
                message.buttons().stream()
                    .filter(button -> button.label().equals("Cancel"))
                    .filter(button -> waiting.contains(button.value()))
                    .filter(button -> clicked.add(button.value()))
                    .forEach(button -> stage.slack().as(ADA).clicks(message, button)));
  }

  private Set<String> column(String query) {
    try (Connection connection = stage.database().connect();
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
