package dev.mailbrake.request;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.MailboxRole;
import dev.mailbrake.mailbox.OutgoingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
  private MailboxRole role = MailboxRole.MEMBER;
  private OutgoingStatus before = OutgoingStatus.ALLOWED;
  private Duration lasts = Duration.ZERO;
  private Optional<RequestId> lifts = Optional.empty();
  private Consent consent = Consent.NONE;
  private Effect effect = Effect.NONE;
  private RequestState state = RequestState.WAITING;
  private Progress progress = Progress.NONE;
  private Instant decidedAt = ASKED_AT.plusSeconds(60);

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

  public SampleRequest decidedAt(Instant moment) {
    decidedAt = moment;
    return this;
  }

  public SampleRequest note(String note) {
    progress = new Progress(1, note, ASKED_AT.plusSeconds(70), 0);
    return this;
  }

  public SampleRequest writes(int writes) {
    progress = new Progress(writes, progress.note(), ASKED_AT.plusSeconds(70), 0);
    return this;
  }

  public SampleRequest lasts(Duration time) {
    lasts = time;
    return this;
  }

  public SampleRequest lifts(ChangeRequest block) {
    lifts = Optional.of(block.id());
    return this;
  }

  public SampleRequest role(MailboxRole itsRole) {
    role = itsRole;
    return this;
  }

  /** Two have to confirm, for this reason. */
  public SampleRequest needsTwo(String why) {
    consent = new Consent(why, consent.first(), consent.changed());
    return this;
  }

  public SampleRequest firstBy(String id, String name) {
    Decision first = new Decision(new PersonName(id, name), ASKED_AT.plusSeconds(30));
    consent = new Consent(consent.because(), first, consent.changed());
    return this;
  }

  public SampleRequest changed(String news) {
    consent = new Consent(consent.because(), consent.first(), news);
    return this;
  }

  public SampleRequest effect(Effect its) {
    effect = its;
    return this;
  }

  /** The request, with an id of its own. */
  public ChangeRequest made() {
    return new ChangeRequest(
        new RequestId(UUID.randomUUID().toString()),
        card,
        action,
        new Mailbox(mailbox, address, aliases, owner, role, before, ASKED_AT),
        asked(),
        state,
        consent,
        decision(),
        progress,
        effect);
  }

  private Asked asked() {
    PersonName ada = new PersonName("U0ADA00001", "Ada Lovelace");
    Instant deadline = ASKED_AT.plus(Duration.ofMinutes(10));
    return new Asked(ada, "C0MAILSEC1", ASKED_AT, deadline, new Wish(as, reason, lasts, lifts));
  }

  private Decision decision() {
    boolean undecided = state.isWaiting() || state == RequestState.EXPIRED;
    PersonName grace = new PersonName("U0GRACE001", "Grace Hopper");
    return undecided ? Decision.NONE : new Decision(grace, decidedAt);
  }
}
