package dev.mailbrake.sandbox.slack;

import dev.mailbrake.sandbox.slack.actions.Clicks;
import dev.mailbrake.sandbox.slack.actions.Commands;
import dev.mailbrake.sandbox.slack.actions.Posts;
import dev.mailbrake.sandbox.slack.actions.Shortcuts;
import dev.mailbrake.sandbox.slack.actions.SlackPerson;
import dev.mailbrake.sandbox.slack.actions.UserActions;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.delivery.BotRequest;
import dev.mailbrake.sandbox.slack.delivery.HttpLink;
import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.MessageStore;
import dev.mailbrake.sandbox.slack.messages.Notification;
import dev.mailbrake.sandbox.slack.messages.Placement;
import dev.mailbrake.sandbox.slack.messages.Rings;
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
 * A Slack workspace inside this process: the servers that the bot calls, and the people who use the
 * bot. Strict wherever Slack is documented to be strict. All times come from the given clock,
 * except for the three seconds in which the bot must acknowledge. Thread-safe.
 */
public final class FakeSlack implements AutoCloseable {

  public static final String BOT_TOKEN = "xoxb-not-a-real-token";

  /** The app's token, not the bot's: it can open sockets and do nothing else. */
  public static final String APP_TOKEN = "xapp-not-a-real-token";

  public static final String SIGNING_SECRET = "not-a-real-signing-secret";
  public static final String TEAM = "T0ZYLKER01";
  public static final String TEAM_DOMAIN = "zylker";
  public static final String APP = "A0MAILBRK1";
  public static final String BOT = "B0MAILBRK1";

  /** The user id that the bot posts as. */
  public static final String BOT_USER = "U0MAILBRK1";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final StateLock lock = new StateLock();
  private final FakeWorkspace workspace = new FakeWorkspace(lock);
  private final SlackFaults faults = new SlackFaults(lock);
  private final GrantedScopes scopes = new GrantedScopes();
  private final HttpPort port;
  private final RateLimits limits;
  private final ApiCallLog calls;
  private final Rings rings = new Rings(lock, workspace);
  private final MessageStore messages;
  private final OpenViews openViews = new OpenViews(lock);
  private final SocketMode socket;
  private final BotSockets sockets;
  private final SwitchableLink bot;
  private final Posts posts;
  private final UserActions userActions;
  private final TokenThief thief;

  private FakeSlack(Clock clock, HttpPort port) {
    this.port = port;
    limits = new RateLimits(clock);
    calls = new ApiCallLog(lock, clock);
    messages = new MessageStore(lock, clock, rings);
    TriggerIds triggers = new TriggerIds(clock);
    ViewMethods views = new ViewMethods(openViews, triggers, workspace);
    sockets = new BotSockets(lock, clock);
    SocketAcks acks = new SocketAcks(lock);
    socket = new SocketMode(lock, sockets, acks);
    bot = new SwitchableLink(new HttpLink(clock), new SocketLink(sockets, acks));
    ResponseUrls urls = new ResponseUrls(port.base(), clock);
    posts = new Posts(workspace, messages, rings);
    userActions =
        new UserActions(
            new Commands(workspace, messages, urls, triggers, bot),
            posts,
            new Clicks(workspace, messages, urls, triggers, bot),
            new Shortcuts(workspace, messages, urls, triggers, bot),
            openViews,
            new ViewClicks(openViews, messages, triggers, bot),
            new ModalSubmissions(openViews, views, triggers, urls, bot));
    ChatMethods chat = new ChatMethods(workspace, messages, limits);
    thief = new TokenThief(chat, views, messages);
    DirectoryMethods directory = new DirectoryMethods(workspace, scopes);
    WebApi api = new WebApi(chat, directory, views, scopes, limits);
    ApiEndpoint responses = new ResponseUrlEndpoint(urls, messages, limits);
    SocketTickets tickets = new SocketTickets(clock);
    ApiEndpoint methods =
        new DateHeader(new ConnectionsOpen(api, limits, socket, tickets, port.base()), clock);
    port.serve(
        new WebApiHandler(lock, methods, responses, faults, calls),
        new SocketHandshake(tickets, () -> new BotSocket(sockets, acks)));
  }

  /** Starts {@link SampleWorkspace} on a free loopback port. */
  public static FakeSlack start(Clock clock) {
    FakeSlack slack = new FakeSlack(clock, new HttpPort());
    SampleWorkspace.fill(slack.workspace);
    return slack;
  }

  /** The base of the Web API, with a trailing slash. */
  public URI apiUrl() {
    return port.base().resolve("/api/");
  }

  /**
   * Sets the bot's Request URL for commands, clicks and everything else. If there are several, the
   * bot's processes take turns.
   */
  public void connect(URI... botEvents) {
    bot.byHttp(botEvents);
  }

  /** Switches the app to Socket Mode: everything goes through the sockets that the bot opens. */
  public void connectBySocket() {
    bot.bySocket();
  }

  /** The sockets that the bot has opened, and what can happen to them. */
  public SocketMode socket() {
    return socket;
  }

  /** The people and channels, which can be changed at any time. */
  public FakeWorkspace workspace() {
    return workspace;
  }

  public SlackFaults faults() {
    return faults;
  }

  /**
   * Closes the connections that carry the bot's calls, as Slack or a proxy does after some idle
   * time; the bot notices when it uses one again. Calls in progress are cut off.
   */
  public void hangUp() {
    port.hangUp();
  }

  /** How many connections the bot keeps open for its calls, not counting sockets. */
  public int countConnections() {
    return port.countConnections();
  }

  /** Replaces the bot token's scopes; the initial ones are those of the manifest. */
  public void grant(String... onlyThese) {
    scopes.grant(Set.of(onlyThese));
  }

  /** Limits the characters in all of a message's blocks; initially 9,000. */
  public void limitBlockCharacters(int characters) {
    messages.limitBlockCharacters(characters);
  }

  /** Initially off, because the buckets refill by the clock and a test's clock stands still. */
  public void enforceRateLimits(boolean on) {
    limits.enforce(on);
  }

  public SlackPerson as(String user) {
    return new SlackPerson(workspace.user(user).id(), workspace, userActions);
  }

  /** Somebody who has the bot token and uses it alongside the bot. */
  public TokenThief thief() {
    return thief;
  }

  /** Posts anything to the bot; nobody sees the answer. Not possible in Socket Mode. */
  public BotAcknowledgement posts(BotRequest delivery) {
    return bot.post(delivery).acknowledgement();
  }

  /** Sends the last payload again, freshly signed or in a new envelope. Nobody sees the answer. */
  public BotAcknowledgement redeliver() {
    return bot.redeliver().acknowledgement();
  }

  /** What everybody in the channel sees now, oldest first, including threads. */
  public List<SlackMessage> messages(String channel) {
    return messages.inChannel(channel);
  }

  /** What only this user sees now, in all channels, oldest first. */
  public List<SlackMessage> ephemerals(String user) {
    return messages.ephemerals(user);
  }

  /** The replies in a message's thread, oldest first. */
  public List<SlackMessage> thread(SlackMessage parent) {
    return messages.replies(parent.channel(), parent.ts());
  }

  /** Another app posts an alert, typically without a text of its own. */
  public SlackMessage alerts(String channel, MessageBody alert) {
    return posts.post(SampleWorkspace.ALERTS, Placement.inChannel(channel), alert);
  }

  /** Everybody's notifications, oldest first. */
  public List<Notification> rings() {
    return rings.all();
  }

  public List<Notification> ringsOf(String user) {
    return rings().stream().filter(it -> it.user().equals(user)).toList();
  }

  /** How many of their notifications this person has not looked at. */
  public long unread(String user) {
    return ringsOf(user).stream().filter(it -> !it.seen()).count();
  }

  /** The topmost modal that this user has open. */
  public Optional<SlackView> modal(String user) {
    return openViews.modal(user);
  }

  /** The home tab last published for this user. */
  public Optional<SlackView> home(String user) {
    return openViews.home(user);
  }

  public List<SlackCall> calls() {
    return calls.all();
  }

  /**
   * Runs the hook whenever a call to this method (or {@code response_url}) has taken effect but is
   * not answered yet. One hook per method; the latest wins.
   */
  public void onCall(String method, Runnable hook) {
    calls.onCall(method, hook);
  }

  /**
   * Asks the hook whenever a call has arrived but not taken effect yet, passing the method (or
   * {@code response_url}). A rejected call has no effect, is not listed and gets no answer. The
   * latest hook wins.
   */
  public void beforeCall(Predicate<String> hook) {
    calls.beforeCall(hook);
  }

  /** Runs the listener after every change, on the thread that made it. */
  public void onChange(Runnable listener) {
    lock.onChange(listener);
  }

  /** Tries now and after every change until there is an answer; real time. */
  public <T> T await(Supplier<Optional<T>> wanted, Duration patience) {
    return lock.await(wanted, patience, this::toString);
  }

  /** The first matching message in the channel, now or within ten seconds. */
  public SlackMessage awaitMessage(String channel, Predicate<SlackMessage> wanted) {
    return await(() -> messages(channel).stream().filter(wanted).findFirst(), PATIENCE);
  }

  /** The user's first matching ephemeral message, now or within ten seconds. */
  public SlackMessage awaitEphemeral(String user, Predicate<SlackMessage> wanted) {
    return await(() -> ephemerals(user).stream().filter(wanted).findFirst(), PATIENCE);
  }

  /** The user's home tab once it matches, now or within ten seconds. */
  public SlackView awaitHome(String user, Predicate<SlackView> wanted) {
    return await(() -> home(user).filter(wanted), PATIENCE);
  }

  /** The user's topmost modal once it matches, now or within ten seconds. */
  public ShownModal awaitForm(String user, Predicate<SlackView> wanted) {
    SlackView unused = await(() -> modal(user).filter(wanted), PATIENCE);
    return as(user).form();
  }

  /** Replaces the three seconds that Slack waits for an acknowledgement. */
  public void waitForBotAtMost(Duration time) {
    bot.waitAtMost(time);
  }

  /** Shortens the time until sockets that were asked to leave are closed. */
  void closeSocketsWithin(Duration time) {
    sockets.leaveWithin(time);
  }

  @Override
  public void close() {
    port.close();
  }

  /** Everything visible, for the message of a failed test. */
  @Override
  public String toString() {
    StringBuilder dump = new StringBuilder("Messages:\n");
    messages.all(any -> true).forEach(it -> dump.append("  ").append(it).append('\n'));
    dump.append("Views:\n");
    openViews.all().forEach(it -> dump.append("  ").append(it).append('\n'));
    dump.append("Calls:\n");
    calls().forEach(it -> dump.append("  ").append(it).append('\n'));
    dump.append("Sockets: ").append(socket).append('\n');
    return dump.append("Faults: ").append(faults.active()).toString();
  }
}
