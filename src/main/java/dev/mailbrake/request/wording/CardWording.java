package dev.mailbrake.request.wording;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.RequestState;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentences of a card. Plain text; a card never says more than its request's record. It says
 * "block" and "allow outgoing mail": nobody is suspended, and Zoho's automatic block is another
 * thing.
 */
public final class CardWording {
  /** Stays true on a message that a crash left without its buttons. */
  public static final String ANNOUNCED =
      "The buttons are on their way. If none appear here, the request goes on in another message.";

  public static final String ASK_TO_UNBLOCK = "Allow outgoing mail…";

  private static final String ENDS_BY_ITSELF =
      "Its time is nearly up. Then outgoing mail is allowed again by itself, unless somebody keeps"
          + " it blocked.";

  private static final String NEVER_SEEN =
      "Zoho took the change, but Mailbrake could not see it there within half an hour. Check the"
          + " mailbox in the Zoho Mail Admin Console.";

  private static final String CHANGED_SINCE =
      "By now Zoho says otherwise; most likely somebody used the console.";

  private static final String NOT_OURS =
      "The block that stands there is not Mailbrake's, so Mailbrake does not end it.";

  private static final String STAYS =
      "It does not end by itself any more, but stays until somebody allows outgoing mail.";

  private CardWording() {}

  public static String title(ChangeRequest request) {
    Action action = request.action();
    String done = capital(action.wanted().word());
    return switch (request.state()) {
      case WAITING ->
          request.isAutomaticUnblock()
              ? "This block ends soon"
              : capital(action.verb()) + " outgoing mail?";
      case CANCELLED ->
          request.isAutomaticUnblock() ? "Kept blocked" : "Cancelled, nothing changed";
      case EXPIRED -> "Expired, nothing changed";
      case VOID -> "Void, nothing changed";
      case CONFIRMED ->
          request.progress().note().isEmpty() ? confirmedTitle(request) : "Confirmed, not done yet";
      case ACCEPTED -> "Accepted by Zoho, not visible yet";
      case VERIFIED -> done + ", verified";
      case UNCHANGED -> "Already " + action.wanted().word() + ", nothing changed";
      case UNVERIFIED -> "Accepted by Zoho, but never seen";
      case FAILED -> "Failed";
      case DRY_RUN -> "Dry run, nothing changed";
    };
  }

  private static String confirmedTitle(ChangeRequest request) {
    return request.decision().by().equals(PersonName.MAILBRAKE)
        ? "Time is up, being lifted…"
        : "Confirmed, being applied…";
  }

  /** The title before the buttons are there; stays true if they never come. */
  public static String announcedTitle(ChangeRequest request) {
    return request.isAutomaticUnblock()
        ? title(request)
        : "Asked for: " + request.action().verb() + " outgoing mail";
  }

  public static String explanation(ChangeRequest request) {
    return switch (request.state()) {
      case WAITING ->
          request.isAutomaticUnblock()
              ? ENDS_BY_ITSELF
              : outgoing(request.mailbox(), "Zoho says ") + " now.";
      case CANCELLED ->
          request.isAutomaticUnblock()
              ? "Outgoing mail stays blocked until somebody allows it."
              : "Nobody confirmed; Zoho was not asked to change anything.";
      case EXPIRED -> "Nobody confirmed in time; Zoho was not asked to change anything.";
      case VOID, FAILED -> request.progress().note();
      case CONFIRMED ->
          request.progress().note().isEmpty()
              ? "Zoho is being asked; this card is edited when the result is known."
              : request.progress().note() + ". Mailbrake keeps trying and edits this card.";
      case ACCEPTED ->
          "Zoho took the change; Mailbrake has not seen it there yet, keeps checking and edits this"
              + " card again.";
      case VERIFIED, UNCHANGED, UNVERIFIED -> result(request);
      case DRY_RUN -> "Mailbrake runs with MAILBRAKE_DRY_RUN; nothing was sent to Zoho.";
    };
  }

  private static String result(ChangeRequest request) {
    return Stream.of(ended(request), request.progress().note(), since(request))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String ended(ChangeRequest request) {
    String wanted = request.action().wanted().word();
    if (request.state() == RequestState.VERIFIED) {
      return "Read back from Zoho: outgoing mail is " + wanted + ".";
    }
    if (request.state() == RequestState.UNCHANGED) {
      return "Zoho says outgoing mail was " + wanted + " already; nothing was written.";
    }
    return request.progress().note().isEmpty() ? NEVER_SEEN : "";
  }

  private static String since(ChangeRequest request) {
    Effect effect = request.effect();
    if (effect.isInForce() && effect.drifted()) {
      return CHANGED_SINCE;
    }
    if (request.terms().lasts().isZero() || effect.isTemporary()) {
      return "";
    }
    if (effect.isInForce()) {
      return STAYS;
    }
    boolean neverHeld = effect.supersededAt().equals(Effect.NEVER);
    return neverHeld && request.state() == RequestState.UNCHANGED ? NOT_OURS : "";
  }

  public static String ask(Action action) {
    return capital(action.verb()) + " outgoing mail";
  }

  /** For a request that can be repeated. */
  public static String askAgain(ChangeRequest request) {
    return switch (request.state()) {
      case FAILED -> "Try again";
      case EXPIRED -> "Ask again";
      default -> "Block again";
    };
  }

  public static String confirmLabel(ChangeRequest request) {
    return request.isAutomaticUnblock() ? "Allow now" : ask(request.action());
  }

  public static String cancelLabel(ChangeRequest request) {
    return request.isAutomaticUnblock() ? "Keep blocked" : "Cancel";
  }

  public static String mailbox(ChangeRequest request) {
    return described(request.mailbox(), request.origin().alias());
  }

  static String described(Mailbox mailbox, String as) {
    String owner = mailbox.owner().isEmpty() ? "" : " – " + mailbox.owner();
    return mailbox.address() + owner + (as.isEmpty() ? "" : " (asked for as " + as + ")");
  }

  public static String before(ChangeRequest request) {
    return "Before: outgoing mail " + request.mailbox().outgoing().word();
  }

  /** Names Zoho as the source only if Zoho says whether the mailbox can send. */
  static String outgoing(Mailbox mailbox, String zohoSays) {
    return mailbox.outgoing() == OutgoingStatus.UNKNOWN
        ? "Zoho does not say whether outgoing mail flows"
        : zohoSays + "outgoing mail is " + mailbox.outgoing().word();
  }

  static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
