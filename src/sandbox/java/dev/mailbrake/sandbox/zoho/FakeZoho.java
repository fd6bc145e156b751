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
 * port. It starts with {@link SampleOrganization}. Thread-safe: one lock guards all state, and no
 * listener runs under it.
 */
public final class FakeZoho implements AutoCloseable {

  public static final String CLIENT_ID = "1000.FAKE-CLIENT-ID";
  public static final String CLIENT_SECRET = "fake-client-secret";
  public static final String REFRESH_TOKEN = "1000.fake-refresh-token";

  private final ZohoStateLock lock = new ZohoStateLock();
  private final List<Consumer<ZohoWrite>> writeListeners = new CopyOnWriteArrayList<>();
  private volatile Predicate<RequestKind> arrivals = any -> true;
  private final Organization organization = new Organization();
  private final ZohoFaults faults = new ZohoFaults();
  private final FakeZohoSettings settings = new FakeZohoSettings(lock::signal);
  private final RequestJournal journal;
  private final IssuedTokens tokens;
  private final StaleReads staleReads;
  private final AccountMethods accountMethods;
  private final ZohoPipeline pipeline;
  private final Server server;
  private final URI url;

  private FakeZoho(Clock clock, int port) {
    journal = new RequestJournal(clock);
    tokens = new IssuedTokens(clock, settings);
    staleReads = new StaleReads(clock, settings);
    accountMethods = new AccountMethods(clock, organization, settings, faults, staleReads);
    pipeline =
        new ZohoPipeline(
            faults,
            new MinuteLimit(clock, settings),
            settings,
            new TokenEndpoint(tokens, settings, faults),
            new FakeMailApi(tokens, faults, settings, accountMethods));
    SampleOrganization.accounts().forEach(organization::put);
    accountMethods.ownedBy(organization.require(SampleOrganization.OWNER));
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

  /** The base of both the accounts server and the Mail API, without a trailing slash. */
  public URI url() {
    return url;
  }

  /** Refuses connections until {@link #listenAgain}. */
  public void stopListening() {
    ZohoPort.shut(server);
  }

  /** Listens again on the same port. */
  public void listenAgain() {
    ZohoPort.reopen(server);
  }

  /** Stops at once; pending answers are never sent. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("cannot stop the Zoho stand-in", failure);
    }
  }

  /** The accounts as they really are, whatever lagging reads show. */
  public List<ZohoAccount> accounts() {
    return lock.locked(organization::all);
  }

  /** The account with this primary address or alias, ignoring case. */
  public Optional<ZohoAccount> account(String address) {
    return lock.locked(() -> organization.withAddress(address));
  }

  /** Adds the account, or replaces the one with the same accountId. */
  public void add(ZohoAccount account) {
    lock.change(() -> organization.put(account));
  }

  public void remove(String address) {
    lock.change(() -> organization.remove(organization.require(address)));
  }

  /** Changes the account's primary address; the old one is gone. */
  public void rename(String address, String newAddress) {
    lock.change(() -> organization.put(organization.require(address).address(newAddress)));
  }

  /** Acts as somebody in the admin console. Not one of {@link #writes()}; reads show it at once. */
  public void setOutgoingBlocked(String address, boolean blocked) {
    lock.change(
        () -> {
          ZohoAccount account = organization.require(address);
          staleReads.forget(account);
          organization.put(account.outgoingBlocked(blocked));
        });
  }

  /**
   * Makes this account's person the owner of the token; any account of the organization will do.
   */
  public void setOwner(String address) {
    lock.change(() -> accountMethods.ownedBy(organization.require(address)));
  }

  /** Sets the scopes of every token, including those already issued. */
  public void setScopes(Set<String> scopes) {
    lock.change(() -> tokens.grant(scopes));
  }

  public Set<String> scopes() {
    return lock.locked(tokens::scopes);
  }

  /** A new self-client code, valid once, for two minutes of the clock. */
  public String newGrantCode() {
    return lock.locked(tokens::newCode);
  }

  public FakeZohoSettings settings() {
    return settings;
  }

  /** Switches the fault on until it is cleared. */
  public void inject(ZohoFault fault) {
    inject(new ActiveFault(fault, null, ActiveFault.UNTIL_CLEARED));
  }

  /**
   * Switches the fault on, replacing any setting of the same fault, as in {@code
   * inject(DOWN.on(WRITE).times(3))}.
   */
  public void inject(ActiveFault fault) {
    lock.change(
        () -> {
          if (fault.fault() == ZohoFault.TOKENS_EXPIRED) {
            tokens.expireAll();
            return;
          }
          if (fault.fault() == ZohoFault.LAGGING_READS) {
            staleReads.forget();
          }
          faults.add(fault);
        });
  }

  public void clear(ZohoFault fault) {
    lock.change(() -> faults.clear(fault));
  }

  public void clearFaults() {
    lock.change(faults::clear);
  }

  /** The faults that are on, with the number of requests each will still affect. */
  public List<ActiveFault> faults() {
    return lock.locked(faults::all);
  }

  /** Every request so far, oldest first, each listed before its answer is sent. */
  public List<ZohoRequest> requests() {
    return lock.locked(journal::requests);
  }

  /** The PUTs that took effect, oldest first. */
  public List<ZohoWrite> writes() {
    return lock.locked(journal::writes);
  }

  public int tokensIssued() {
    return lock.locked(tokens::issued);
  }

  /** How many connections are open now, including idle ones. */
  public int connections() {
    return ZohoPort.connections(server);
  }

  /** Calls the listener after each request and each change of state, on the thread that made it. */
  public void onChange(Runnable listener) {
    lock.listen(listener);
  }

  /**
   * Calls the listener after a write took effect and before its answer, which waits for it. If it
   * throws, the answer is an empty 500.
   */
  public void onWrite(Consumer<ZohoWrite> listener) {
    writeListeners.add(listener);
  }

  /**
   * Asks the hook when a request arrives, before anything else happens. A rejected request is not
   * listed and changes nothing; its connection closes without an answer. The latest hook wins.
   */
  public void beforeRequest(Predicate<RequestKind> hook) {
    arrivals = hook;
  }

  /**
   * Waits until the condition holds, checking (under the lock) after every request and change.
   *
   * @param time the longest wait, in real time
   * @throws AssertionError on timeout, naming the requests seen
   */
  public void await(Predicate<FakeZoho> condition, Duration time) {
    lock.await(() -> condition.test(this), time, this::toString);
  }

  @Override
  public String toString() {
    return lock.locked(
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
    ZohoAnswer answer = lock.locked(() -> journaled(call));
    lock.signal();
    ZohoWrite write = answer.write();
    if (write != null) {
      writeListeners.forEach(listener -> listener.accept(write));
    }
    return answer;
  }

  private ZohoAnswer journaled(ZohoCall call) {
    ZohoAnswer answer = pipeline.answer(call);
    journal.add(call, answer);
    return answer;
  }
}
