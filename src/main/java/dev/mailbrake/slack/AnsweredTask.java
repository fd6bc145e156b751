package dev.mailbrake.slack;

import dev.mailbrake.log.LogContext;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.port.LedgerUnavailable;
import dev.mailbrake.request.port.Replies;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handling of one interaction after its acknowledgement: nobody is left without an answer. */
final class AnsweredTask {
  private static final Logger LOG = LoggerFactory.getLogger(AnsweredTask.class);

  private final Replies replies;

  AnsweredTask(Replies replies) {
    this.replies = replies;
  }

  Task of(Interaction interaction, Consumer<Interaction> work) {
    return new Task(interaction, work);
  }

  /** Told once and at once: what would tell it again later lives in the record that failed. */
  private void answer(Interaction interaction, String text) {
    replies.send(PrivateMessage.to(interaction.from(), text));
  }

  final class Task implements Runnable {
    private final Interaction interaction;
    private final Consumer<Interaction> work;

    private Task(Interaction interaction, Consumer<Interaction> work) {
      this.interaction = interaction;
      this.work = work;
    }

    @Override
    public void run() {
      context()
          .during(
              () -> {
                handle();
                return this;
              });
    }

    private LogContext context() {
      return LogContext.of(LogContext.Mark.BY, interaction.who().id());
    }

    private void handle() {
      try {
        work.accept(interaction);
      } catch (LedgerUnavailable unavailable) {
        answerWithout(unavailable);
      } catch (RuntimeException defect) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("[{}] nothing was done for {}", reference, interaction.who().id(), defect);
        answer(
            interaction,
            "Something went wrong in Mailbrake and nothing was done. Error ID for your admin: "
                + reference);
      }
    }

    private void answerWithout(LedgerUnavailable record) {
      if (record.mayBeWritten()) {
        LOG.error("it is not known what was done for {}: {}", interaction.who().id(), record.why());
        answer(
            interaction,
            "It is not known whether this was done: Mailbrake could not finish writing its record ("
                + record.why()
                + "). Look at the card before you try again.");
      } else {
        LOG.error("nothing was done for {}: {}", interaction.who().id(), record.why());
        answer(
            interaction,
            "Nothing was done: Mailbrake cannot write its record (" + record.why() + ").");
      }
    }

    /** The process ends before the work's turn came. */
    void giveUp() {
      LOG.warn("nothing was done for {}: the process ends", interaction.who().id());
      answer(interaction, "Nothing was done: Mailbrake is being restarted. Please try again soon.");
    }
  }
}
