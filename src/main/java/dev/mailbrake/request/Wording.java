package dev.mailbrake.request;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.mailbox.Trouble;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sentences people read. Plain text; a card never says more than its request's record.
 *
 * <p>The words are "block" and "allow outgoing mail": nobody is suspended, and Zoho's own automatic
 * block is another thing.
 */
public final class Wording {
  static final String UNKNOWN_REQUEST =
      "This button belongs to no request that Mailbrake knows, so nothing was done. Ask again with"
          + " the command.";
  static final String ACCOUNT_GONE =
      "The account is not there any more: Zoho does not know its ids. Look for it in the Zoho Mail"
          + " Admin Console.";

  /** Stays true on a message that a crash left without its buttons. */
  public static final String ANNOUNCED =
      "The buttons are on their way. If none appear here, the request goes on in another message.";

  static final String EARLIER_CHANGE = "An earlier change of this mailbox is still being applied";

  static final String LATER_CHANGE =
      "Zoho took the change; before it was seen there, a later change of this mailbox took its"
          + " place.";

  private static final int LONGEST = 200;

  private Wording() {}

  /** The title of a card's row. */
  public static String title(ChangeRequest request) {
    Action action = request.action();
    String done = capital(action.wanted().word());
    return switch (request.state()) {
      case WAITING -> capital(action.verb()) + " outgoing mail?";
      case CANCELLED -> "Cancelled, nothing changed";
      case EXPIRED -> "Expired, nothing changed";
      case CONFIRMED ->
          request.progress().note().isEmpty()
              ? "Confirmed, being applied…"
              : "Confirmed, not done yet";
      case ACCEPTED -> "Accepted by Zoho, not visible yet";
      case VERIFIED -> done + ", verified";
      case UNCHANGED -> "Already " + action.wanted().word() + ", nothing changed";
      case UNVERIFIED -> "Accepted by Zoho, but never seen";
      case FAILED -> "Failed";
      case REHEARSED -> "Dry run, nothing changed";
    };
  }

  /** The title of a row that has no buttons yet: true even if they never come. */
  public static String announcedTitle(ChangeRequest request) {
    return "Asked for: " + request.action().verb() + " outgoing mail";
  }

  /** What the title means, in a sentence or two. */
  public static String explanation(ChangeRequest request) {
    String wanted = request.action().wanted().word();
    return switch (request.state()) {
      case WAITING -> flow(request.mailbox(), "Zoho says ") + " now.";
      case CANCELLED -> "Nobody confirmed; Zoho was not asked to change anything.";
      case EXPIRED -> "Nobody confirmed in time; Zoho was not asked to change anything.";
      case CONFIRMED ->
          request.progress().note().isEmpty()
              ? "Zoho is being asked; this card is edited when the result is known."
              : request.progress().note() + ". Mailbrake keeps trying and edits this card.";
      case ACCEPTED ->
          "Zoho took the change; Mailbrake has not seen it there yet, keeps checking and edits this"
              + " card again.";
      case VERIFIED -> noted("Read back from Zoho: outgoing mail is " + wanted + ".", request);
      case UNCHANGED ->
          noted(
              "Zoho says outgoing mail was " + wanted + " already; nothing was written.", request);
      case UNVERIFIED ->
          request.progress().note().isEmpty()
              ? "Zoho took the change, but Mailbrake could not see it there within half an hour."
                  + " Check the mailbox in the Zoho Mail Admin Console."
              : request.progress().note();
      case FAILED -> request.progress().note();
      case REHEARSED -> "Mailbrake runs with MAILBRAKE_DRY_RUN; nothing was sent to Zoho.";
    };
  }

  private static String noted(String sentence, ChangeRequest request) {
    return (sentence + " " + request.progress().note()).strip();
  }

  /** The label of the button that confirms. */
  public static String confirmLabel(Action action) {
    return capital(action.verb()) + " outgoing mail";
  }

  /** The mailbox's line on the card: address, owner, and the alias it was asked for by. */
  public static String mailbox(ChangeRequest request) {
    return described(request.mailbox(), request.asked().as());
  }

  private static String described(Mailbox mailbox, String as) {
    String owner = mailbox.owner().isEmpty() ? "" : " – " + mailbox.owner();
    return mailbox.address() + owner + (as.isEmpty() ? "" : " (asked for as " + as + ")");
  }

  /** What Zoho said of the mailbox when it was asked for. */
  public static String before(ChangeRequest request) {
    return "Before: outgoing mail " + request.mailbox().outgoing().word();
  }

  static String noSuchMailbox(String named) {
    return named + ": there is no such mailbox in this Zoho organisation. Check the spelling.";
  }

  static String lookupFailed(String named, Trouble trouble) {
    return named + ": could not be looked up, so nothing was asked for. " + trouble.sentence();
  }

  static String alreadyOpen(ChangeRequest open) {
    String subject =
        "%s: %s outgoing mail".formatted(open.mailbox().address(), open.action().verb());
    String stands =
        open.state().isWaiting()
            ? " is already waiting for confirmation, asked for by "
            : " is already confirmed and being applied, asked for by ";
    return subject + stands + name(open.asked().by()) + ". No second request was made.";
  }

  static String alreadyDecided(ChangeRequest decided) {
    if (decided.state() == RequestState.EXPIRED) {
      return "This request has expired, so nothing was done. Ask again with the command.";
    }
    String what = decided.state() == RequestState.CANCELLED ? "cancelled" : "confirmed";
    return "%s was first: this request is already %s. Your click changed nothing."
        .formatted(name(decided.decision().by()), what);
  }

  static String status(String named, Mailbox mailbox) {
    String as = named.equals(mailbox.address().value()) ? "" : named;
    return described(mailbox, as) + ": " + flow(mailbox, "") + ".";
  }

  static String cannotBeShown(List<ChangeRequest> rows, String why) {
    String mailboxes =
        rows.stream().map(row -> row.mailbox().address().value()).collect(Collectors.joining(", "));
    return ("The card for %s cannot be shown in its channel (%s), so nobody can confirm it there."
            + " Invite the bot to the channel, and ask again once this request has expired.")
        .formatted(mailboxes, why);
  }

  static String cannotBeUpdated(List<ChangeRequest> rows, String why) {
    String stands =
        rows.stream()
            .map(
                row ->
                    "%s: %s. %s".formatted(row.mailbox().address(), title(row), explanation(row)))
            .collect(Collectors.joining("\n"));
    return "The card cannot be brought up to date in its channel (%s). This is where it stands:\n%s"
        .formatted(why, stands);
  }

  /** What Zoho says of the mailbox; who says it only where it does say something. */
  private static String flow(Mailbox mailbox, String zohoSays) {
    return mailbox.outgoing() == OutgoingStatus.UNKNOWN
        ? "Zoho does not say whether outgoing mail flows"
        : zohoSays + "outgoing mail is " + mailbox.outgoing().word();
  }

  static String gaveUp(ChangeRequest request, Trouble trouble) {
    return "Mailbrake tried for an hour and gave up: %s. %s"
        .formatted(trouble.reason(), fate(request));
  }

  /** The end of a change whose mailbox could not be read before writing. */
  static String unread(ChangeRequest request, Trouble trouble) {
    String why =
        trouble.kind() == Trouble.Kind.NOT_FOUND
            ? trouble.reason() + ". " + ACCOUNT_GONE
            : trouble.sentence();
    return why + " " + fate(request);
  }

  /**
   * The address by which the confirmed account is known now, where it is another one than on the
   * card: that one may be somebody else's by now, whose mail still flows.
   */
  static String movedTo(ChangeRequest request, Mailbox now) {
    return now.address().equals(request.mailbox().address())
        ? ""
        : "The account has another address by now: " + now.address() + ".";
  }

  private static String fate(ChangeRequest request) {
    return request.progress().mayHaveTakenEffect()
        ? "It is not known whether the change took effect: it may have been sent, and Zoho did not"
            + " answer. Check the mailbox in the Zoho Mail Admin Console."
        : "Nothing was changed.";
  }

  static String auditDetail(ChangeRequest request) {
    String note = request.progress().note();
    return note.isEmpty() ? request.state().name() : request.state().name() + ": " + note;
  }

  /** At most 200 characters of something that somebody else wrote. */
  public static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  private static String name(PersonName person) {
    return person.name().isEmpty() ? person.id() : person.name();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
