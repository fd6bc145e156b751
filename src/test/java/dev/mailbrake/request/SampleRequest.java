package dev.mailbrake.request;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.OutgoingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A request in the making, for tests: whatever is not said is ordinary. */
public final class SampleRequest {
  public static final Instant ASKED_AT = Instant.parse("2026-11-23T09:00:00Z");

  private final Action action;
  private CardId card = new CardId("card-1");
  private MailboxId mailbox = new MailboxId("9007199254740993", "2560636000000008003");
  private MailAddress address = new MailAddress("rebecca@zylker.com");
  private Set<MailAddress> aliases = Set.of();
  private String owner = "Rebecca Anderson";
  private String as = "";
  private String reason = "sends phishing";
  private RequestState state = RequestState.WAITING;
  private Progress progress = Progress.NONE;

  private SampleRequest(Action action) {
    this.action = action;
  }

  /** A waiting request for that action. */
  public static SampleRequest of(Action action) {
    return new SampleRequest(action);
  }

  /** A waiting request for a block. */
  public static SampleRequest block() {
    return of(Action.BLOCK);
  }

  public SampleRequest on(CardId itsCard) {
    card = itsCard;
    return this;
  }

  public SampleRequest mailbox(MailboxId id) {
    mailbox = id;
    return this;
  }

  public SampleRequest address(String text) {
    address = new MailAddress(text);
    return this;
  }

  public SampleRequest aliases(MailAddress... others) {
    aliases = Set.of(others);
    return this;
  }

  public SampleRequest owner(String name) {
    owner = name;
    return this;
  }

  public SampleRequest as(String named) {
    as = named;
    return this;
  }

  public SampleRequest reason(String text) {
    reason = text;
    return this;
  }

  public SampleRequest state(RequestState itsState) {
    state = itsState;
    return this;
  }

  public SampleRequest note(String note) {
    progress = new Progress(1, note, ASKED_AT.plusSeconds(70));
    return this;
  }

  public SampleRequest writes(int writes) {
    progress = new Progress(writes, progress.note(), ASKED_AT.plusSeconds(70));
    return this;
  }

  /** The request, with an id of its own. */
  public ChangeRequest made() {
    return new ChangeRequest(
        new RequestId(UUID.randomUUID().toString()),
        card,
        action,
        new Mailbox(mailbox, address, aliases, owner, OutgoingStatus.ALLOWED, ASKED_AT),
        asked(),
        state,
        decision(),
        progress);
  }

  private Asked asked() {
    PersonName ada = new PersonName("U0ADA00001", "Ada Lovelace");
    Instant deadline = ASKED_AT.plus(Duration.ofMinutes(10));
    return new Asked(ada, "C0MAILSEC1", as, reason, ASKED_AT, deadline);
  }

  private Decision decision() {
    boolean undecided = state.isWaiting() || state == RequestState.EXPIRED;
    PersonName grace = new PersonName("U0GRACE001", "Grace Hopper");
    return undecided ? Decision.NONE : new Decision(grace, ASKED_AT.plusSeconds(60));
  }
}
