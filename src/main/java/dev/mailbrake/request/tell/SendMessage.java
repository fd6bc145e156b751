package dev.mailbrake.request.tell;

import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Replies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one person something, later if it cannot be now. */
public final class SendMessage {
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
        .orLater(
            tries, why -> LOG.warn("{} was not told privately: {}", message.to().who().id(), why));
  }
}
