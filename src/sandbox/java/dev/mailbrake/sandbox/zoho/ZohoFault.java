package dev.mailbrake.sandbox.zoho;

/** A way in which Zoho goes wrong, until it is cleared or for a number of requests. */
public enum ZohoFault {
  /** HTTP 503 and an HTML page. */
  DOWN("Zoho is down", Reach.ALL),
  /** HTTP 200 and an HTML page where JSON belongs. */
  HTML("answers with a web page", Reach.ALL),
  /** HTTP 403 and a proxy's page. */
  PAGE_403("a proxy forbids it (403 page)", Reach.ALL),
  /** HTTP 404 and a proxy's page. */
  PAGE_404("a proxy finds nothing (404 page)", Reach.ALL),
  /** HTTP 408 and a proxy's page. */
  PAGE_408("a proxy gives up (408 page)", Reach.ALL),
  /** HTTP 200 and no body; a PUT is not carried out. */
  EMPTY("answers without a body", Reach.ALL),
  /** Carried out at once, answered after {@link FakeZohoSettings#delay()}. */
  SLOW("answers slowly", Reach.ALL),
  /**
   * Nothing is carried out; after {@link FakeZohoSettings#delay()} the connection closes without an
   * answer.
   */
  SILENT("says nothing", Reach.ALL),
  /**
   * The write takes effect; after {@link FakeZohoSettings#delay()} the connection closes without an
   * answer.
   */
  SILENT_AFTER_WRITE("writes, then says nothing", Reach.WRITE),
  /**
   * A NAT forgot the connection: what comes on one that was used before is not carried out and not
   * answered, and it closes after {@link FakeZohoSettings#delay()}. A new connection works.
   */
  KEPT_CONNECTION_DEAD("kept connections are dead", Reach.ALL),
  /** Nothing is carried out and the connection closes without an answer. */
  HANG_UP("hangs up without an answer", Reach.ALL),
  /** The connection is reset (RST) in the middle of the answer; a PUT is not carried out. */
  RESET("resets mid-answer", Reach.ALL),
  /** The write takes effect and the connection closes without an answer. */
  RESET_AFTER_WRITE("writes, then hangs up", Reach.WRITE),
  /** The write takes effect and the connection is reset (RST) in the middle of the answer. */
  CUT_AFTER_WRITE("writes, then resets mid-answer", Reach.WRITE),
  /** The write takes effect; a proxy answers with HTTP 403 and a page. */
  PAGE_AFTER_WRITE("writes, then a proxy forbids it", Reach.WRITE),
  /** The write takes effect; the answer is Zoho's own error, as HTTP 503. */
  ERROR_AFTER_WRITE("writes, then reports an error", Reach.WRITE),
  /** The answer of the minute limit, in the {@link ThrottleBody} set. */
  THROTTLED("too many requests", Reach.API),
  /** A single act: every access token issued so far stops working. It is never listed as active. */
  TOKENS_EXPIRED("access tokens expire now", Reach.TOKEN),
  REFRESH_REVOKED("refresh token revoked", Reach.TOKEN),
  WRONG_CLIENT("client id or data center wrong", Reach.TOKEN),
  TOKEN_THROTTLED_200("too many tokens (HTTP 200)", Reach.TOKEN),
  TOKEN_THROTTLED_400("too many tokens (HTTP 400)", Reach.TOKEN),
  /** HTTP 400 with both texts in Chinese, so English words cannot be relied on. */
  TOKEN_THROTTLED_LOCALISED("too many tokens (in Chinese)", Reach.TOKEN),
  /** The top-level array that means a missing scope. */
  SCOPE_MISSING("scope missing", Reach.API),
  /** HTTP 403 on organization calls. */
  NOT_ADMIN("token owner is no administrator", Reach.API),
  /** HTTP 200 around a body that says 500; a PUT is not carried out. */
  ERROR_IN_200("error inside HTTP 200", Reach.API),
  /** HTTP 500 with a lasting business reason in {@code moreInfo}; a PUT is not carried out. */
  BUSINESS_500("refusal as HTTP 500", Reach.API),
  /** HTTP 500 and nothing but a passing reason in {@code moreInfo}; a PUT is not carried out. */
  OPERATION_FAILED("operation failed, try again later", Reach.API),
  /** Reads show the state before a PUT for {@link FakeZohoSettings#lag()}. */
  LAGGING_READS("reads lag behind writes", Reach.READ),
  /** An administrator's read of one account shows another person's record. */
  FOREIGN_RECORD("reads show somebody else's record", Reach.READ),
  /** A look-up by address answers with another account before the one that has the address. */
  CROWDED_LOOKUP("look-ups answer with two accounts", Reach.READ),
  /** HTTP 400, the reason under {@code error} and {@code moreInfo}; the PUT is not carried out. */
  REFUSED_WRITES("refuses every change", Reach.WRITE);

  private final String label;
  private final Reach reach;

  ZohoFault(String label, Reach reach) {
    this.label = label;
    this.reach = reach;
  }

  /** A few words for a switch on a page. */
  public String label() {
    return label;
  }

  public boolean concerns(RequestKind kind) {
    return reach.includes(kind);
  }

  /** This fault for the next so many requests it concerns. */
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
