package dev.mailbrake.sandbox.slack.delivery;

/** Slack's way to the bot. */
public interface BotLink {

  /** Returns when the bot has answered, or when Slack has given up. */
  BotAnswer send(BotPayload payload);
}
