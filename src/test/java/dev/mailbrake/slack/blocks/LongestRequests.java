package dev.mailbrake.slack.blocks;

import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.RequestState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Requests in which every field has its maximum length. */
public final class LongestRequests {
  /** 254 characters, the maximum length of an address. */
  public static final String ADDRESS =
      "l".repeat(64) + "@" + ("d".repeat(60) + ".").repeat(3) + "zy.com";

  private static final String ID = "W" + "0".repeat(63);

  private LongestRequests() {}

  /** Waits for the second approval; much has changed since it was requested. */
  public static ChangeRequest halfConfirmed(Action action) {
    return longest(action).needsTwo("&".repeat(1_000)).firstBy(ID, "Ada").made();
  }

  /** A temporary block with two approvals in force, though Zoho says otherwise. */
  public static ChangeRequest inForce() {
    Effect effect =
        new Effect(
            SampleRequest.ASKED_AT,
            SampleRequest.ASKED_AT.plus(Duration.ofDays(30)),
            Effect.NEVER,
            true,
            Effect.NEVER,
            false,
            Optional.empty());
    return longest(Action.BLOCK)
        .needsTwo("&".repeat(1_000))
        .firstBy(ID, "Ada")
        .state(RequestState.VERIFIED)
        .effect(effect)
        .made();
  }

  public static SampleRequest longest(Action action) {
    return SampleRequest.of(action)
        .address(ADDRESS)
        .owner("😀".repeat(500))
        .as("<".repeat(254))
        .reason("&<".repeat(250))
        .lasts(Duration.ofDays(30))
        .changed("the address is %s, and no longer %s".formatted(ADDRESS, ADDRESS))
        .note("n".repeat(5_000));
  }

  public static List<ChangeRequest> times(int many, Supplier<ChangeRequest> each) {
    return Stream.generate(each).limit(many).toList();
  }
}
