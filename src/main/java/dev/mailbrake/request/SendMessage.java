package dev.mailbrake.request;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one person something, later if it cannot be now. */
public final class SendMessage {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** About half an hour: after that a private answer is no answer any more. */
  private static final int MOST_TRIES = 35;

  private static final Logger LOG = LoggerFactory.getLogger(SendMessage.class);

  private final Replies replies;

  public SendMessage(Replies replies) {
    this.replies = replies;
  }

  /**
   * Tries once.
   *
   * @param tries how often it asked to run again
   */
  public Next run(PrivateMessage message, int tries) {
    return replies
        .send(message)
        .fold(
            done -> Next.DONE,
            (why, pause) ->
                tries < MOST_TRIES
                    ? Next.after(BACKOFF.pause(tries + 1, pause))
                    : unsaid(message, why),
            why -> unsaid(message, why));
  }

  private static Next unsaid(PrivateMessage message, String why) {
    LOG.warn("{} was not told privately: {}", message.to().who().id(), why);
    return Next.DONE;
  }
}
