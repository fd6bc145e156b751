package dev.mailbrake.slack;

import java.util.Optional;

/** The way by which commands, clicks, forms and events come in. */
public interface EventSource extends AutoCloseable {

  /** What answers Slack's requests, where Slack posts to an address of ours. */
  Optional<SlackEvents> events();

  /** Opens the way, and keeps it open as well as it can; Slack being away is no failure. */
  void open();

  /** Whether what people do in Slack reaches us now, as far as this process can see. */
  boolean isOpen();

  /** Lets nothing more in; what was taken is acknowledged first. */
  @Override
  void close();
}
