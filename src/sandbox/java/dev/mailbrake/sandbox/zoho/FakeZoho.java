package dev.mailbrake.sandbox.zoho;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Server;

/**
 * A strict, stateful stand-in for Zoho Mail's REST API and Zoho's token endpoint, on a loopback
 * port. It begins with {@link SampleOrganization}. Everything may be called from any thread; one
 * lock guards all state, and no listener runs under it.
 */
public final class FakeZoho implements AutoCloseable {

  public static final String CLIENT_ID = "1000.FAKE-CLIENT-ID";
  public static final String CLIENT_SECRET = "fake-client-secret";
  public static final String REFRESH_TOKEN = "1000.fake-refresh-token";

  private final ZohoStateLock changes = new ZohoStateLock();
  private final List<Consumer<ZohoWrite>> writeListeners = new CopyOnWriteArrayList<>();
  private volatile Predicate<RequestKind> arrivals = any -> true;
  private final Organization organization = new Organization();
  private final ZohoFaults faults = new ZohoFaults();
  private final FakeZohoSettings settings = new FakeZohoSettings(changes::announce);
  private final RequestJournal journal;
  private final IssuedTokens tokens;
  private final StaleReads lagging;
  private final AccountMethods accountRequests;
  private final ZohoPipeline frontDoor;
  private final Server server;
  private final URI url;

  private FakeZoho(Clock clock, int port) {
    journal = new RequestJournal(clock);
    tokens = new IssuedTokens(clock, settings);
    lagging = new StaleReads(clock, settings);
    accountRequests = new AccountMethods(clock, organization, settings, faults, lagging);
    frontDoor =
        new ZohoPipeline(
            faults,
            new MinuteLimit(clock, settings),
            settings,
            new TokenEndpoint(tokens, settings, faults),
            new FakeMailApi(tokens, faults, settings, accountRequests));
    SampleOrganization.accounts().forEach(organization::put);
    accountRequests.ownedBy(organization.require(SampleOrganization.OWNER));
    server =
        ZohoPort.start(
            port, this::answer, settings, () -> clock.instant().plus(settings.clockAhead()));
    url = ZohoPort.url(server);
  }

  /** Starts on a free port of 127.0.0.1. */
  public static FakeZoho start(Clock clock) {
    return start(clock, 0);
  }

  public static FakeZoho start(Clock clock, int port) {
    return new FakeZoho(clock, port);
  }

  /** The base of both the accounts server and the Mail API, without a slash at the end. */
  public URI url() {
    return url;
  }

  /** Nobody listens any longer: connections are refused until {@link #comesBack}. */
  public void goesAway() {
    ZohoPort.shut(server);
  }

  /** Listens again where it did before. */
  public void comesBack() {
    ZohoPort.reopen(server);
  }

  /** Stops at once; answers still owed are never given. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("the Zoho stand-in did not stop", failure);
    }
  }

  /** The accounts as they really are, whatever lagging reads show. */
  public List<ZohoAccount> accounts() {
    return changes.locked(organization::all);
  }

  /** The account with that primary address or alias, in any case of letters. */
  public Optional<ZohoAccount> account(String address) {
    return changes.locked(() -> organization.withAddress(address));
  }

  /** Adds the account, or replaces the one with its accountId. */
  public void add(ZohoAccount account) {
    changes.make(() -> organization.put(account));
  }

  public void remove(String address) {
    changes.make(() -> organization.remove(organization.require(address)));
  }

  /** Gives the account another primary address; the old one is gone. */
  public void rename(String address, String newAddress) {
    changes.make(() -> organization.put(organization.require(address).address(newAddress)));
  }

  /** Somebody used the admin console. Not one of {@link #writes()}, and reads show it at once. */
  public void setOutgoingBlocked(String address, boolean blocked) {
    changes.make(
        () -> {
          ZohoAccount account = organization.require(address);
          lagging.forget(account);
          organization.put(account.outgoingBlocked(blocked));
        });
  }

  /**
   * Makes the account's person the one behind the token; the account may be any in the
   * organization.
   */
  public void setOwner(String address) {
    changes.make(() -> accountRequests.ownedBy(organization.require(address)));
  }

  /** The scopes of every token, also of those issued already. */
  public void setScopes(Set<String> scopes) {
    changes.make(() -> tokens.grant(scopes));
  }

  public Set<String> scopes() {
    return changes.locked(tokens::scopes);
  }

  /** A new self-client code: good once, for two minutes of the clock. */
  public String newGrantCode() {
    return changes.locked(tokens::newCode);
  }

  public FakeZohoSettings settings() {
    return settings;
  }

  /** Switches the fault on until it is cleared. */
  public void inject(ZohoFault fault) {
    inject(new ActiveFault(fault, null, ActiveFault.UNTIL_CLEARED));
  }

  /**
   * Switches the fault on, replacing the one of its sort, as in {@code
   * inject(DOWN.on(WRITE).times(3))}.
   */
  public void inject(ActiveFault fault) {
    changes.make(
        () -> {
          if (fault.fault() == ZohoFault.TOKENS_EXPIRED) {
            tokens.expireAll();
            return;
          }
          if (fault.fault() == ZohoFault.LAGGING_READS) {
            lagging.forget();
          }
          faults.add(fault);
        });
  }

  public void clear(ZohoFault fault) {
    changes.make(() -> faults.clear(fault));
  }

  public void clearFaults() {
    changes.make(faults::clear);
  }

  /** The faults that are on, with the number of requests each will still meet. */
  public List<ActiveFault> faults() {
    return changes.locked(faults::all);
  }

  /** Every request so far, oldest first. One is listed before its answer leaves. */
  public List<ZohoRequest> requests() {
    return changes.locked(journal::requests);
  }

  /** The PUTs that took effect, oldest first. */
  public List<ZohoWrite> writes() {
    return changes.locked(journal::writes);
  }

  /** How many access tokens were issued so far. */
  public int tokensIssued() {
    return changes.locked(tokens::issued);
  }

  /** How many connections are open now, idle ones too. */
  public int connections() {
    return ZohoPort.connections(server);
  }

  /** Calls the listener after each request and each change of state, in the thread that made it. */
  public void onChange(Runnable listener) {
    changes.listen(listener);
  }

  /**
   * Calls the listener between a write's taking effect and its answer; the answer waits for it. One
   * that throws makes the answer a blank 500.
   */
  public void onWrite(Consumer<ZohoWrite> listener) {
    writeListeners.add(listener);
  }

  /**
   * Asks the hook whenever a request has arrived and nobody has looked at it yet. One that it
   * refuses is not listed and changes nothing; its connection closes without an answer. The latest
   * hook counts.
   */
  public void beforeRequest(Predicate<RequestKind> hook) {
    arrivals = hook;
  }

  /**
   * Waits until the condition holds, looking again (under the lock) after every request and change.
   *
   * @param time the longest wait, in real time
   * @throws AssertionError when it has passed, naming the requests seen
   */
  public void await(Predicate<FakeZoho> condition, Duration time) {
    changes.await(() -> condition.test(this), time, this::toString);
  }

  @Override
  public String toString() {
    return changes.locked(
        () ->
            "Zoho saw requests "
                + journal.requests()
                + ", writes "
                + journal.writes()
                + ", faults "
                + faults.all());
  }

  private ZohoAnswer answer(ZohoCall call) {
    if (!arrivals.test(call.kind())) {
      return ZohoAnswer.empty().delivered(ZohoAnswer.Arrival.HANG_UP);
    }
    if (call.kind() == RequestKind.WRITE) {
      LockSupport.parkNanos(settings.changeTakes().toNanos());
    }
    ZohoAnswer answer = changes.locked(() -> journaled(call));
    changes.announce();
    ZohoWrite write = answer.write();
    if (write != null) {
      writeListeners.forEach(listener -> listener.accept(write));
    }
    return answer;
  }

  private ZohoAnswer journaled(ZohoCall call) {
    ZohoAnswer answer = frontDoor.answer(call);
    journal.add(call, answer);
    return answer;
  }
}
