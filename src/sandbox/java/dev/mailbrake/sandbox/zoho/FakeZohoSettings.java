package dev.mailbrake.sandbox.zoho;

import java.time.Duration;

/**
 * The stand-in's settings that are not faults. They can be changed at any time, from any thread,
 * and apply from the next request on.
 */
public final class FakeZohoSettings {

  /** A lag that never ends: reads keep showing the state before the write. */
  public static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

  private final Runnable changed;
  private volatile AcceptedJsonTypes acceptedForm = AcceptedJsonTypes.QUOTED;
  private volatile ThrottleBody throttleForm = ThrottleBody.THROTTLED_429;
  private volatile int requestsPerMinute = 30;
  private volatile int tokensInTenMinutes = 10;
  private volatile Duration lock = Duration.ofSeconds(60);
  private volatile Duration delay = Duration.ofSeconds(30);
  private volatile Duration changeTakes = Duration.ZERO;
  private volatile Duration lag = Duration.ofSeconds(10);
  private volatile boolean everythingQuoted;
  private volatile boolean personal;
  private volatile boolean scopeEchoed = true;
  private volatile boolean refreshTokenGiven = true;
  private volatile Duration clockAhead = Duration.ZERO;
  private volatile Duration idle = Duration.ZERO;

  FakeZohoSettings(Runnable changed) {
    this.changed = changed;
  }

  public AcceptedJsonTypes acceptedForm() {
    return acceptedForm;
  }

  public FakeZohoSettings acceptedForm(AcceptedJsonTypes form) {
    acceptedForm = form;
    return signaled();
  }

  /** How the minute limit and {@link ZohoFault#THROTTLED} answer. */
  public ThrottleBody throttleForm() {
    return throttleForm;
  }

  public FakeZohoSettings throttleForm(ThrottleBody form) {
    throttleForm = form;
    return signaled();
  }

  public int requestsPerMinute() {
    return requestsPerMinute;
  }

  public FakeZohoSettings requestsPerMinute(int requests) {
    requestsPerMinute = requests;
    return signaled();
  }

  /** How many access tokens a refresh token yields in ten minutes, by the stand-in's clock. */
  public int tokensInTenMinutes() {
    return tokensInTenMinutes;
  }

  public FakeZohoSettings tokensInTenMinutes(int tokens) {
    tokensInTenMinutes = tokens;
    return signaled();
  }

  /**
   * How long the Mail API stays locked once the minute limit is exceeded, by the stand-in's clock.
   */
  public Duration lock() {
    return lock;
  }

  public FakeZohoSettings lock(Duration time) {
    lock = time;
    return signaled();
  }

  /**
   * How long {@link ZohoFault#SLOW}, {@link ZohoFault#SILENT} and {@link
   * ZohoFault#SILENT_AFTER_WRITE} take, in real time.
   */
  public Duration delay() {
    return delay;
  }

  public FakeZohoSettings delay(Duration time) {
    delay = time;
    return signaled();
  }

  /** How long a change takes to apply and be answered, in real time; usually zero. */
  public Duration changeTakes() {
    return changeTakes;
  }

  public FakeZohoSettings changeTakes(Duration time) {
    changeTakes = time;
    return signaled();
  }

  /** How far reads lag under {@link ZohoFault#LAGGING_READS}, by the stand-in's clock. */
  public Duration lag() {
    return lag;
  }

  public FakeZohoSettings lag(Duration time) {
    lag = time;
    return signaled();
  }

  /** Whether reads quote every number and boolean, as Zoho's oldest samples do. */
  public boolean everythingQuoted() {
    return everythingQuoted;
  }

  public FakeZohoSettings everythingQuoted(boolean quoted) {
    everythingQuoted = quoted;
    return signaled();
  }

  /**
   * Whether the mailboxes belong to no organization: {@code policyId.zoid} is -1 and organization
   * calls are not permitted.
   */
  public boolean personal() {
    return personal;
  }

  public FakeZohoSettings personal(boolean withoutOrganization) {
    personal = withoutOrganization;
    return signaled();
  }

  /** Whether the token endpoint states the granted scopes. */
  public boolean scopeEchoed() {
    return scopeEchoed;
  }

  public FakeZohoSettings scopeEchoed(boolean echoed) {
    scopeEchoed = echoed;
    return signaled();
  }

  /** Whether a code also yields a refresh token. */
  public boolean refreshTokenGiven() {
    return refreshTokenGiven;
  }

  public FakeZohoSettings refreshTokenGiven(boolean given) {
    refreshTokenGiven = given;
    return signaled();
  }

  /** How far the answers' Date header is ahead of the stand-in's clock. */
  public Duration clockAhead() {
    return clockAhead;
  }

  public FakeZohoSettings clockAhead(Duration time) {
    clockAhead = time;
    return signaled();
  }

  /**
   * How long a connection may be idle before it is closed, in real time; zero means it is never
   * closed.
   */
  public Duration idle() {
    return idle;
  }

  public FakeZohoSettings idle(Duration time) {
    idle = time;
    return signaled();
  }

  private FakeZohoSettings signaled() {
    changed.run();
    return this;
  }
}
