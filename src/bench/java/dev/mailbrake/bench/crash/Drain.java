package dev.mailbrake.bench.crash;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The end of a run: what waits is cancelled, and what is owed is waited for. */
final class Drain {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Testbed stage;
  private final Set<String> clicked = new HashSet<>();

  private Drain(Testbed stage) {
    this.stage = stage;
  }

  /** Returns once nothing is open and nothing owed, or when waiting for it has become pointless. */
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

  /** Once each: a click that is lost leaves the request to its deadline. */
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
      throw new IllegalStateException("the record cannot be read", broken);
    }
  }
}
