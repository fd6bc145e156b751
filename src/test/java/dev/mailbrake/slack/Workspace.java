package dev.mailbrake.slack;

import dev.mailbrake.config.Secret;
import dev.mailbrake.config.SlackSettings;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.SlackCall;
import dev.mailbrake.sandbox.slack.SlackMessage;
import java.net.URI;
import java.util.List;

/** A Slack with our side of it, for tests of one class at its edge. */
final class Workspace implements AutoCloseable {
  final MovableClock clock = new MovableClock();
  final FakeSlack slack = FakeSlack.start(clock);
  final SlackApi api = api(slack.apiUrl());
  final SlackReplies replies =
      new SlackReplies(api, new CardBlocks(false), new PrivateBlocks(false), clock);
  final SlackPeople people = new SlackPeople(api, clock);

  static SlackApi api(URI url) {
    return new SlackApi(
        new SlackSettings(
            new Secret(FakeSlack.BOT_TOKEN), new Secret(FakeSlack.SIGNING_SECRET), url));
  }

  List<SlackMessage> in(String channel) {
    return slack.messages(channel);
  }

  long calls(String method) {
    return slack.calls().stream().map(SlackCall::method).filter(method::equals).count();
  }

  @Override
  public void close() {
    try {
      api.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    slack.close();
  }
}
