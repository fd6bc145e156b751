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

/** The work on one acknowledged interaction: whatever goes wrong, the person gets an answer. */
record AnsweredTask(Replies replies, Interaction interaction, Consumer<Interaction> work)
    implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(AnsweredTask.class);

  @Override
  public void run() {
    LogContext.of(LogContext.Mark.BY, who()).during(this::handle);
  }

  private void handle() {
    try {
      work.accept(interaction);
    } catch (LedgerUnavailable unavailable) {
      answerWithout(unavailable);
    } catch (RuntimeException bug) {
      String reference = UUID.randomUUID().toString().substring(0, 8);
      LOG.error("[{}] nothing was done for {}", reference, who(), bug);
      answer(
          "Something went wrong in Mailbrake and nothing was done. Error ID for your admin: "
              + reference);
    }
  }

  private void answerWithout(LedgerUnavailable record) {
    if (record.mayBeWritten()) {
      LOG.error("it is not known what was done for {}: {}", who(), record.why());
      answer(
          "It is not known whether this was done: Mailbrake could not finish writing its record ("
              + record.why()
              + "). Look at the card before you try again.");
    } else {
      LOG.error("nothing was done for {}: {}", who(), record.why());
      answer("Nothing was done: Mailbrake cannot write its record (" + record.why() + ").");
    }
  }

  /** Only answers, because the process ends before the work began. */
  void giveUp() {
    LOG.warn("nothing was done for {}: the process ends", who());
    try {
      answer("Nothing was done: Mailbrake is being restarted. Please try again soon.");
    } catch (RuntimeException bug) {
      LOG.error("{} got no answer", who(), bug);
    }
  }

  /** A single attempt: the queue of repeated answers is in the record, which may be what failed. */
  private void answer(String text) {
    replies.send(PrivateMessage.to(interaction.from(), text));
  }

  private String who() {
    return interaction.who().id();
  }
}
