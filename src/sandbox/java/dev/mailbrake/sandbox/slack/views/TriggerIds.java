package dev.mailbrake.sandbox.slack.views;

import dev.mailbrake.sandbox.slack.protocol.SlackError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The trigger ids that come with user actions: each opens one modal, within three seconds. */
public final class TriggerIds {

  private static final Duration LIFE = Duration.ofSeconds(3);

  private final Clock clock;
  private final Map<String, Trigger> issued = new HashMap<>();
  private final Set<String> exchanged = new HashSet<>();

  public TriggerIds(Clock clock) {
    this.clock = clock;
  }

  /** For something done where no channel is shown. */
  public String issue(String user) {
    return issue(user, "");
  }

  /** For something done while looking at this channel. */
  public synchronized String issue(String user, String channel) {
    String id = "1600000000." + (1_000_000 + issued.size()) + ".mailbrakesandbox";
    issued.put(id, new Trigger(user, channel, clock.instant()));
    return id;
  }

  synchronized Trigger redeem(String id) {
    Trigger trigger = issued.get(id);
    if (trigger == null) {
      throw new SlackError("invalid_trigger_id");
    }
    if (trigger.at().plus(LIFE).isBefore(clock.instant())) {
      throw new SlackError("expired_trigger_id");
    }
    if (!exchanged.add(id)) {
      throw new SlackError("exchanged_trigger_id");
    }
    return trigger;
  }

  /**
   * What a person just did.
   *
   * @param channel where they did it, empty if in no channel
   */
  record Trigger(String user, String channel, Instant at) {}
}
