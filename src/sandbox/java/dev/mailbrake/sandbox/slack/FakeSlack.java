package dev.mailbrake.sandbox.slack;

import dev.mailbrake.sandbox.slack.actions.Clicks;
import dev.mailbrake.sandbox.slack.actions.Commands;
import dev.mailbrake.sandbox.slack.actions.SlackPerson;
import dev.mailbrake.sandbox.slack.actions.UserActions;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.delivery.BotRequest;
import dev.mailbrake.sandbox.slack.delivery.HttpLink;
import dev.mailbrake.sandbox.slack.messages.MessageStore;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.socket.BotSocket;
import dev.mailbrake.sandbox.slack.socket.BotSockets;
import dev.mailbrake.sandbox.slack.socket.SocketAcks;
import dev.mailbrake.sandbox.slack.socket.SocketHandshake;
import dev.mailbrake.sandbox.slack.socket.SocketLink;
import dev.mailbrake.sandbox.slack.socket.SocketMode;
import dev.mailbrake.sandbox.slack.socket.SocketTickets;
import dev.mailbrake.sandbox.slack.views.ModalSubmissions;
import dev.mailbrake.sandbox.slack.views.OpenViews;
import dev.mailbrake.sandbox.slack.views.ShownModal;
import dev.mailbrake.sandbox.slack.views.SlackView;
import dev.mailbrake.sandbox.slack.views.TriggerIds;
import dev.mailbrake.sandbox.slack.views.ViewClicks;
import dev.mailbrake.sandbox.slack.views.ViewMethods;
import dev.mailbrake.sandbox.slack.webapi.ApiCallLog;
import dev.mailbrake.sandbox.slack.webapi.ApiEndpoint;
import dev.mailbrake.sandbox.slack.webapi.ChatMethods;
import dev.mailbrake.sandbox.slack.webapi.ConnectionsOpen;
import dev.mailbrake.sandbox.slack.webapi.DateHeader;
import dev.mailbrake.sandbox.slack.webapi.DirectoryMethods;
import dev.mailbrake.sandbox.slack.webapi.GrantedScopes;
import dev.mailbrake.sandbox.slack.webapi.HttpPort;
import dev.mailbrake.sandbox.slack.webapi.RateLimits;
import dev.mailbrake.sandbox.slack.webapi.ResponseUrlEndpoint;
import dev.mailbrake.sandbox.slack.webapi.ResponseUrls;
import dev.mailbrake.sandbox.slack.webapi.SlackCall;
import dev.mailbrake.sandbox.slack.webapi.SlackFaults;
import dev.mailbrake.sandbox.slack.webapi.WebApi;
import dev.mailbrake.sandbox.slack.webapi.WebApiHandler;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A Slack workspace inside this process: the servers that the bot calls, and the people who call
 * the bot. Strict where Slack is documented to be strict; all times come from the given clock, but
 * for the three seconds in which the bot has to acknowledge. Safe for use by several threads.
 */
public final class FakeSlack implements AutoCloseable {

  public static final String BOT_TOKEN = "xoxb-not-a-real-token";

  /** Of the app, not of its bot: good for opening sockets and for nothing else. */
  public static final String APP_TOKEN = "xapp-not-a-real-token";

  public static final String SIGNING_SECRET = "not-a-real-signing-secret";
  public static final String TEAM = "T0ZYLKER01";
  public static final String TEAM_DOMAIN = "zylker";
  public static final String APP = "A0MAILBRK1";
  public static final String BOT = "B0MAILBRK1";

  /** The user as whom the bot posts. */
  public static final String BOT_USER = "U0MAILBRK1";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final StateLock turn = new StateLock();
  private final FakeWorkspace workspace = new FakeWorkspace(turn);
  private final SlackFaults faults = new SlackFaults(turn);
  private final GrantedScopes scopes = new GrantedScopes();
  private final HttpPort port;
  private final RateLimits limits;
  private final ApiCallLog calls;
  private final MessageStore conversations;
  private final OpenViews screens = new OpenViews(turn);
  private final SocketMode socket;
  private final BotSockets sockets;
  private final SwitchableLink bot;
  private final UserActions hands;
  private final TokenThief thief;

  private FakeSlack(Clock clock, HttpPort port) {
    this.port = port;
    limits = new RateLimits(clock);
    calls = new ApiCallLog(turn, clock);
    conversations = new MessageStore(turn, clock);
    TriggerIds triggers = new TriggerIds(clock);
    ViewMethods views = new ViewMethods(screens, triggers, workspace);
    sockets = new BotSockets(turn, clock);
    SocketAcks acks = new SocketAcks(turn);
    socket = new SocketMode(turn, sockets, acks);
    bot = new SwitchableLink(new HttpLink(clock), new SocketLink(sockets, acks));
    ResponseUrls urls = new ResponseUrls(port.base(), clock);
    hands =
        new UserActions(
            new Commands(workspace, conversations, urls, triggers, bot),
            new Clicks(workspace, conversations, urls, triggers, bot),
            screens,
            new ViewClicks(screens, conversations, triggers, bot),
            new ModalSubmissions(screens, views, triggers, bot));
    ChatMethods chat = new ChatMethods(workspace, conversations, limits);
    thief = new TokenThief(chat, views, conversations);
    DirectoryMethods directory = new DirectoryMethods(workspace, scopes);
    WebApi api = new WebApi(chat, directory, views, scopes, limits);
    ApiEndpoint responses = new ResponseUrlEndpoint(urls, conversations, limits);
    SocketTickets tickets = new SocketTickets(clock);
    ApiEndpoint methods =
        new DateHeader(new ConnectionsOpen(api, limits, socket, tickets, port.base()), clock);
    port.serve(
        new WebApiHandler(turn, methods, responses, faults, calls),
        new SocketHandshake(tickets, () -> new BotSocket(sockets, acks)));
  }

  /** A workspace as {@link SampleWorkspace} describes it, on a free loopback port. */
  public static FakeSlack start(Clock clock) {
    return start(clock, 0);
  }

  public static FakeSlack start(Clock clock, int port) {
    FakeSlack slack = new FakeSlack(clock, new HttpPort(port));
    SampleWorkspace.fill(slack.workspace);
    return slack;
  }

  /** The base of the Web API, with a slash at its end. */
  public URI apiUrl() {
    return port.base().resolve("/api/");
  }

  /**
   * Tells where the bot listens: its Request URL for commands, clicks and all the rest. Where there
   * are several, its processes take turns.
   */
  public void connect(URI... botEvents) {
    bot.byHttp(botEvents);
  }

  /** Switches the app to Socket Mode: everything goes through the sockets that the bot opens. */
  public void connectBySocket() {
    bot.bySocket();
  }

  /** The sockets that the bot has opened, and what can befall them. */
  public SocketMode socket() {
    return socket;
  }

  /** Who and what there is, to be changed as often as needed. */
  public FakeWorkspace workspace() {
    return workspace;
  }

  public SlackFaults faults() {
    return faults;
  }

  /**
   * Closes the connections by which the bot makes its calls, as Slack or a proxy does with those
   * that were idle for a while: the bot learns of it when it uses one again. Whatever is under way
   * is cut off.
   */
  public void hangUp() {
    port.hangUp();
  }

  /** How many connections the bot keeps open for its calls; sockets are not counted. */
  public int countConnections() {
    return port.countConnections();
  }

  /** Replaces the scopes of the bot token; at the start they are those of the manifest. */
  public void grant(String... onlyThese) {
    scopes.grant(Set.of(onlyThese));
  }

  /** How many characters the blocks of a message may have in all; 9,000 at the start. */
  public void takeMessagesOfAtMost(int characters) {
    conversations.takeAtMost(characters);
  }

  /** Off at the start, because the buckets refill by the clock and a test's stands still. */
  public void enforceRateLimits(boolean on) {
    limits.enforce(on);
  }

  public SlackPerson as(String user) {
    return new SlackPerson(workspace.user(user).id(), workspace, hands);
  }

  /** Somebody who has the bot token, and uses it next to the bot. */
  public TokenThief thief() {
    return thief;
  }

  /** Posts anything to the bot; nobody sees the answer. Not in Socket Mode. */
  public BotAcknowledgement posts(BotRequest delivery) {
    return bot.post(delivery).acknowledgement();
  }

  /**
   * Sends the last payload again: the same body freshly signed, or in a fresh envelope. Nobody sees
   * the answer.
   */
  public BotAcknowledgement redeliver() {
    return bot.redeliver().acknowledgement();
  }

  /** What everybody in the channel sees now, oldest first, threads included. */
  public List<SlackMessage> messages(String channel) {
    return conversations.inChannel(channel);
  }

  /** What only this user sees now, in all channels, oldest first. */
  public List<SlackMessage> ephemerals(String user) {
    return conversations.ephemerals(user);
  }

  /** The answers in a message's thread, oldest first. */
  public List<SlackMessage> thread(SlackMessage parent) {
    return conversations.all(
        it -> it.channel().equals(parent.channel()) && it.threadTs().equals(parent.ts()));
  }

  /** The uppermost modal that this user has open. */
  public Optional<SlackView> modal(String user) {
    return screens.modal(user);
  }

  /** The home tab that was last published for this user. */
  public Optional<SlackView> home(String user) {
    return screens.home(user);
  }

  public List<SlackCall> calls() {
    return calls.all();
  }

  /**
   * Runs the hook whenever a call of this method (or {@code response_url}) has taken effect and is
   * not yet answered. One hook a method; the latest counts.
   */
  public void onCall(String method, Runnable hook) {
    calls.onCall(method, hook);
  }

  /**
   * Asks the hook whenever a call has arrived and has not taken effect yet; it is given the method
   * (or {@code response_url}). A call that it refuses never takes effect, is not listed and gets no
   * answer. The latest hook counts.
   */
  public void beforeCall(Predicate<String> hook) {
    calls.beforeCall(hook);
  }

  /** Runs the listener after every change, on the thread that made it. */
  public void onChange(Runnable listener) {
    turn.onChange(listener);
  }

  /** Asks at once and after every change until there is an answer; real time. */
  public <T> T await(Supplier<Optional<T>> wanted, Duration patience) {
    return turn.await(wanted, patience, this::toString);
  }

  /** The first message in the channel that fits, now or within ten seconds. */
  public SlackMessage awaitMessage(String channel, Predicate<SlackMessage> wanted) {
    return await(() -> messages(channel).stream().filter(wanted).findFirst(), PATIENCE);
  }

  /** The first ephemeral message of the user that fits, now or within ten seconds. */
  public SlackMessage awaitEphemeral(String user, Predicate<SlackMessage> wanted) {
    return await(() -> ephemerals(user).stream().filter(wanted).findFirst(), PATIENCE);
  }

  /** The home tab of the user as soon as it fits, now or within ten seconds. */
  public SlackView awaitHome(String user, Predicate<SlackView> wanted) {
    return await(() -> home(user).filter(wanted), PATIENCE);
  }

  /** The form of the user as soon as its modal fits, now or within ten seconds. */
  public ShownModal awaitForm(String user, Predicate<SlackView> wanted) {
    SlackView unused = await(() -> modal(user).filter(wanted), PATIENCE);
    return as(user).form();
  }

  /** Shortens the three seconds for the tests of the stand-in itself. */
  public void waitForBotAtMost(Duration time) {
    bot.waitAtMost(time);
  }

  /** Shortens the time after which sockets are closed that were told to leave. */
  void closeSocketsWithin(Duration time) {
    sockets.leaveWithin(time);
  }

  @Override
  public void close() {
    port.close();
  }

  /** Everything that is to be seen, for the message of a failed test. */
  @Override
  public String toString() {
    StringBuilder dump = new StringBuilder("Messages:\n");
    conversations.all(any -> true).forEach(it -> dump.append("  ").append(it).append('\n'));
    dump.append("Views:\n");
    screens.all().forEach(it -> dump.append("  ").append(it).append('\n'));
    dump.append("Calls:\n");
    calls().forEach(it -> dump.append("  ").append(it).append('\n'));
    dump.append("Sockets: ").append(socket).append('\n');
    return dump.append("Faults: ").append(faults.active()).toString();
  }
}
