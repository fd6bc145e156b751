package dev.mailbrake.sandbox.zoho;

/** A way in which Zoho fails, until it is cleared or for a number of requests. */
public enum ZohoFault {
  /** HTTP 503 and an HTML page. */
  DOWN(Reach.ALL),
  /** HTTP 200 and an HTML page where JSON belongs. */
  HTML(Reach.ALL),
  /** HTTP 403 and a proxy's page. */
  PAGE_403(Reach.ALL),
  /** HTTP 404 and a proxy's page. */
  PAGE_404(Reach.ALL),
  /** HTTP 408 and a proxy's page. */
  PAGE_408(Reach.ALL),
  /** HTTP 200 and no body; a PUT is not carried out. */
  EMPTY(Reach.ALL),
  /** Carried out at once, answered after {@link FakeZohoSettings#delay()}. */
  SLOW(Reach.ALL),
  /**
   * Nothing is carried out; after {@link FakeZohoSettings#delay()} the connection closes without an
   * answer.
   */
  SILENT(Reach.ALL),
  /**
   * The write takes effect; after {@link FakeZohoSettings#delay()} the connection closes without an
   * answer.
   */
  SILENT_AFTER_WRITE(Reach.WRITE),
  /**
   * A NAT forgot the connection: a request on a reused one is neither carried out nor answered, and
   * it closes after {@link FakeZohoSettings#delay()}. A new connection works.
   */
  KEPT_CONNECTION_DEAD(Reach.ALL),
  /** Nothing is carried out and the connection closes without an answer. */
  HANG_UP(Reach.ALL),
  /** The connection is reset (RST) in the middle of the answer; a PUT is not carried out. */
  RESET(Reach.ALL),
  /** The write takes effect and the connection closes without an answer. */
  RESET_AFTER_WRITE(Reach.WRITE),
  /** The write takes effect and the connection is reset (RST) in the middle of the answer. */
  CUT_AFTER_WRITE(Reach.WRITE),
  /** The write takes effect; a proxy answers with HTTP 403 and a page. */
  PAGE_AFTER_WRITE(Reach.WRITE),
  /** The write takes effect; the answer is Zoho's own error, as HTTP 503. */
  ERROR_AFTER_WRITE(Reach.WRITE),
  /** The minute limit's answer, in the chosen {@link ThrottleBody}. */
  THROTTLED(Reach.API),
  /** A one-time action: every access token issued so far stops working. Never listed as active. */
  TOKENS_EXPIRED(Reach.TOKEN),
  /** The refresh token was revoked. */
  REFRESH_REVOKED(Reach.TOKEN),
  /** The client id or the data center is wrong. */
  WRONG_CLIENT(Reach.TOKEN),
  TOKEN_THROTTLED_200(Reach.TOKEN),
  TOKEN_THROTTLED_400(Reach.TOKEN),
  /** HTTP 400 with both texts in Chinese, so English words cannot be relied on. */
  TOKEN_THROTTLED_LOCALISED(Reach.TOKEN),
  /** The top-level array that means a missing scope. */
  SCOPE_MISSING(Reach.API),
  /** HTTP 403 on organization calls. */
  NOT_ADMIN(Reach.API),
  /** HTTP 200 around a body that says 500; a PUT is not carried out. */
  ERROR_IN_200(Reach.API),
  /** HTTP 500 with a lasting business reason in {@code moreInfo}; a PUT is not carried out. */
  BUSINESS_500(Reach.API),
  /** HTTP 500 with only a temporary reason in {@code moreInfo}; a PUT is not carried out. */
  OPERATION_FAILED(Reach.API),
  /** Reads show the state before a PUT for {@link FakeZohoSettings#lag()}. */
  LAGGING_READS(Reach.READ),
  /** An administrator's read of one account shows another person's record. */
  FOREIGN_RECORD(Reach.READ),
  /** A lookup by address answers with another account before the right one. */
  CROWDED_LOOKUP(Reach.READ),
  /** HTTP 400 with the reason in {@code error} and {@code moreInfo}; the PUT is not carried out. */
  REFUSED_WRITES(Reach.WRITE);

  private final Reach reach;

  ZohoFault(Reach reach) {
    this.reach = reach;
  }

  public boolean concerns(RequestKind kind) {
    return reach.includes(kind);
  }

  /** This fault for the next {@code requests} requests it concerns. */
  public ActiveFault times(int requests) {
    return new ActiveFault(this, null, requests);
  }

  /** This fault for one kind of request, until cleared. */
  public ActiveFault on(RequestKind kind) {
    return new ActiveFault(this, kind, ActiveFault.UNTIL_CLEARED);
  }

  private enum Reach {
    ALL,
    API,
    TOKEN,
    READ,
    WRITE;

    boolean includes(RequestKind kind) {
      return switch (this) {
        case ALL -> true;
        case API -> kind != RequestKind.TOKEN;
        case TOKEN -> kind == RequestKind.TOKEN;
        case READ -> kind == RequestKind.READ;
        case WRITE -> kind == RequestKind.WRITE;
      };
    }
  }
}
