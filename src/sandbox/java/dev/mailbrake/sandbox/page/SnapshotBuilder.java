package dev.mailbrake.sandbox.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.actions.AppShortcut;
import dev.mailbrake.sandbox.slack.actions.Commands;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackChannel;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.views.SlackView;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.ZohoAccount;
import dev.mailbrake.sandbox.zoho.ZohoRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads both stand-ins and builds the state that the page shows. */
final class SnapshotBuilder {

  private static final int MESSAGES = 80;
  private static final int REQUESTS = 15;

  private final ObjectMapper mapper = new ObjectMapper();
  private final FakeSlack slack;
  private final FakeZoho zoho;
  private final FaultSwitches switches;
  private final ShiftedClock clock;

  SnapshotBuilder(FakeSlack slack, FakeZoho zoho, FaultSwitches switches, ShiftedClock clock) {
    this.slack = slack;
    this.zoho = zoho;
    this.switches = switches;
    this.clock = clock;
  }

  /** The current state as JSON on one line. */
  String json() {
    try {
      return mapper.writeValueAsString(snapshot());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Cannot serialize the page's state", impossible);
    }
  }

  private Snapshot snapshot() {
    return new Snapshot(
        clock.ahead().toMillis(),
        people(),
        slack.workspace().channels().stream().map(SnapshotBuilder::channel).toList(),
        names(),
        messages(),
        rings(),
        AppShortcut.ALL,
        views(slack::home),
        views(slack::modal),
        zoho.accounts().stream().map(SnapshotBuilder::mailbox).toList(),
        requests(),
        switches.all().stream().map(SnapshotBuilder::fault).toList());
  }

  private List<Snapshot.PagePerson> people() {
    return List.of(
        person(SampleWorkspace.ADA, "approver"),
        person(SampleWorkspace.GRACE, "approver, by group"),
        person(SampleWorkspace.NILS, "not an approver"),
        person(SampleWorkspace.GUSTAV, "guest"));
  }

  private Snapshot.PagePerson person(String id, String status) {
    return new Snapshot.PagePerson(id, slack.workspace().user(id).realName(), status);
  }

  private static Snapshot.PageChannel channel(SlackChannel channel) {
    return new Snapshot.PageChannel(channel.id(), channel.name(), channel.hasBot());
  }

  private List<Snapshot.MentionName> names() {
    Stream<Snapshot.MentionName> users =
        slack.workspace().users().stream()
            .map(user -> new Snapshot.MentionName(user.id(), "@" + user.realName()));
    Stream<Snapshot.MentionName> channels =
        slack.workspace().channels().stream()
            .map(channel -> new Snapshot.MentionName(channel.id(), "#" + channel.name()));
    String onCall = slack.workspace().group(SampleWorkspace.ON_CALL).handle();
    Stream<Snapshot.MentionName> groups =
        Stream.of(new Snapshot.MentionName(SampleWorkspace.ON_CALL, "@" + onCall));
    return Stream.of(users, channels, groups).flatMap(each -> each).toList();
  }

  private List<Snapshot.PageMessage> messages() {
    Stream<SlackChannel> direct =
        people().stream().map(who -> SlackChannel.direct(slack.workspace().user(who.id())));
    Stream<SlackMessage> shared =
        Stream.concat(slack.workspace().channels().stream(), direct)
            .flatMap(channel -> slack.messages(channel.id()).stream());
    Stream<SlackMessage> ephemeral =
        slack.workspace().users().stream().flatMap(user -> slack.ephemerals(user.id()).stream());
    List<SlackMessage> all =
        Stream.concat(shared, ephemeral).sorted(Comparator.comparing(SlackMessage::ts)).toList();
    return latest(all, MESSAGES).stream().map(this::message).toList();
  }

  private Snapshot.PageMessage message(SlackMessage message) {
    return new Snapshot.PageMessage(
        message.channel(),
        message.ts(),
        message.threadTs(),
        message.broadcast(),
        message.onlyFor(),
        kind(message),
        nameOf(message.author()),
        message.at().toEpochMilli(),
        message.edited(),
        message.text(),
        message.blocks(),
        message.body().attachments());
  }

  private List<Snapshot.PageRing> rings() {
    return slack.rings().stream()
        .filter(ring -> !ring.seen())
        .map(ring -> ring(ring.user(), ring.message()))
        .toList();
  }

  private static Snapshot.PageRing ring(String user, SlackMessage by) {
    return new Snapshot.PageRing(user, by.channel(), by.ts(), by.threadTs(), by.broadcast());
  }

  private List<Snapshot.PageView> views(Function<String, Optional<SlackView>> of) {
    return people().stream()
        .flatMap(who -> of.apply(who.id()).stream())
        .map(it -> new Snapshot.PageView(it.user(), it.json(), it.errors(), it.trouble()))
        .toList();
  }

  private static String kind(SlackMessage message) {
    if (message.author().equals(FakeSlack.BOT_USER)) {
      return "bot";
    }
    if (message.author().equals(SampleWorkspace.ALERTS)) {
      return "app";
    }
    return message.author().equals(Commands.SLACKBOT) ? "slack" : "person";
  }

  private String nameOf(String author) {
    return slack.workspace().users().stream()
        .filter(user -> user.id().equals(author))
        .map(SlackUser::realName)
        .findFirst()
        .orElse("Slack");
  }

  private static Snapshot.PageMailbox mailbox(ZohoAccount account) {
    return new Snapshot.PageMailbox(
        account.address(),
        account.aliases(),
        account.displayName(),
        account.role().wire().replace('_', ' '),
        account.outgoingBlocked());
  }

  private List<Snapshot.PageRequest> requests() {
    List<ZohoRequest> all = zoho.requests();
    return IntStream.range(Math.max(0, all.size() - REQUESTS), all.size())
        .mapToObj(place -> request(place + 1, all.get(place)))
        .toList();
  }

  private static Snapshot.PageRequest request(int number, ZohoRequest request) {
    return new Snapshot.PageRequest(
        number, request.at().toEpochMilli(), request.method(), request.path(), request.status());
  }

  private static Snapshot.PageFault fault(FaultSwitch each) {
    return new Snapshot.PageFault(each.id(), each.label(), each.isOn(), each.stays());
  }

  private static <T> List<T> latest(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
