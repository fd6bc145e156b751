package dev.mailbrake.slack;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ON_CALL;

import dev.mailbrake.metrics.Meters;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.webapi.SlackCall;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** FakeSlack with our side of it, for tests of single classes. */
public final class SampleSlackPeople implements AutoCloseable {
  public static final Approvers APPROVERS = new Approvers(Set.of(ADA), Set.of(ON_CALL));

  public final MovableClock clock = new MovableClock();
  public final FakeSlack slack = FakeSlack.start(clock);
  public final SlackApi api = api(slack.apiUrl());
  public final SlackReplies replies = replies(api, clock);
  final SlackPeople people = new SlackPeople(api, clock);

  public static SlackApi api(URI url) {
    return new SlackApi(SlackEntry.settings(url), Meters.off());
  }

  public static SlackReplies replies(SlackApi api, Clock clock) {
    return new SlackReplies(api, false, APPROVERS, clock);
  }

  public List<SlackMessage> in(String channel) {
    return slack.messages(channel);
  }

  public long calls(String method) {
    return slack.calls().stream().map(SlackCall::method).filter(method::equals).count();
  }

  @Override
  public void close() {
    api.close();
    slack.close();
  }
}
