package dev.mailbrake.sandbox.slack.delivery;

/** A transport from Slack to the bot. */
public interface BotLink {

  /** Returns when the bot has answered or Slack has given up. */
  BotAnswer send(BotPayload payload);
}
