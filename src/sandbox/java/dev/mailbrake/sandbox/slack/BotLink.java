package dev.mailbrake.sandbox.slack;

/** Slack's way to the bot. */
interface BotLink {

  /** Returns when the bot has answered, or when Slack has given up. */
  BotAnswer send(Payload payload);
}
