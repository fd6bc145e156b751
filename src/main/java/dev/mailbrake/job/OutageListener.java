package dev.mailbrake.job;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Checks the record when the scheduler fails to read or write, until it is back, so the log shows
 * an outage even if nobody asks for readiness.
 */
final class OutageListener extends AbstractSchedulerListener {
  private final BooleanSupplier recordIsWritable;
  private final AtomicBoolean away = new AtomicBoolean();

  OutageListener(BooleanSupplier recordIsWritable) {
    this.recordIsWritable = recordIsWritable;
  }

  @Override
  public void onSchedulerEvent(SchedulerEventType type) {
    boolean failed =
        switch (type) {
          case UNEXPECTED_ERROR, COMPLETIONHANDLER_ERROR, FAILUREHANDLER_ERROR -> true;
          case FAILED_HEARTBEAT,
              DEAD_EXECUTION,
              RAN_UPDATE_HEARTBEATS,
              RAN_DETECT_DEAD,
              RAN_EXECUTE_DUE,
              FAILED_MULTIPLE_HEARTBEATS,
              UNRESOLVED_TASK ->
              false;
        };
    if (failed || away.get()) {
      away.set(!recordIsWritable.getAsBoolean());
    }
  }
}
