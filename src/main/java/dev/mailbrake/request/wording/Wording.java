package dev.mailbrake.request.wording;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.command.BlockTime;
import dev.mailbrake.command.Verb;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.Progress;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.text.PlainText;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences of private answers, and notes on a change's progress. Plain text. */
public final class Wording {
  public static final String UNKNOWN_REQUEST =
      "This button belongs to no request that Mailbrake knows, so nothing was done. Ask again with"
          + " the command.";
  public static final String UNKNOWN_MESSAGE =
      "This button isn't on the request's own card, so nothing was done. Use that card, or"
          + " Mailbrake's home tab. If you see no reason for a second message, tell whoever runs"
          + " Mailbrake.";
  public static final String ACCOUNT_GONE =
      "The account is not there any more: Zoho does not know its ids. Look for it in the Zoho Mail"
          + " Admin Console.";

  public static final String NOT_FOUND_ONCE = "Zoho can't find the account right now";

  public static final String EARLIER_CHANGE =
      "An earlier change of this mailbox is still being applied";

  public static final String LATER_CHANGE =
      "Zoho took the change; before it was seen there, a later change of this mailbox took its"
          + " place.";

  public static final String ACCOUNT_CHANGED =
      "The account that this was asked for is not there any more: Zoho does not know its ids. If the"
          + " address still exists, it belongs to another account. Nothing was done; ask again with"
          + " the command.";

  public static final String CHANGED_IN_CONSOLE =
      "Somebody changed the mailbox in the console, so this block does not end by itself any more.";

  public static final String REPLACED =
      "A later change of this mailbox took the place of this block.";

  public static final String NO_LONGER_TEMPORARY =
      "The block whose time was up is over or was kept, so there is nothing left to end.";

  public static final String ALREADY_CONFIRMED_BY_YOU =
      "You have confirmed this already. It needs a second approver, somebody other than you.";

  private static final int LONGEST = 200;

  /** For text where Slack does not convert times to the reader's time zone. */
  public static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Wording() {}

  public static String noSuchMailbox(String named) {
    String remedy =
        MailAddress.parse(named)
            .filter(address -> !address.withoutTag().equals(address))
            .map(address -> "Try " + address.withoutTag() + ", without the tag.")
            .orElse(
                "Check the spelling, or try the primary address. A group address has no mailbox to"
                    + " block: name its members instead.");
    return "There's no mailbox %s in your Zoho organization. %s".formatted(named, remedy);
  }

  public static String lookupFailed(String named, Failure failure) {
    return named + ": could not be looked up, so nothing was asked for. " + failure.sentence();
  }

  public static String alreadyOpen(ChangeRequest open) {
    String subject =
        "%s: %s outgoing mail".formatted(open.mailbox().address(), open.action().verb());
    String stands =
        open.state().isWaiting()
            ? " is already waiting for confirmation, asked for by "
            : " is already confirmed and being applied, asked for by ";
    return subject + stands + name(open.origin().by()) + ". No second request was made.";
  }

  public static String alreadyDecided(ChangeRequest decided) {
    if (decided.state() == RequestState.EXPIRED) {
      return "This request has expired, so nothing was done. Ask again with the command.";
    }
    if (decided.state() == RequestState.VOID) {
      return "This request is void, so nothing was done. " + decided.progress().note();
    }
    String ended =
        decided.isAutomaticUnblock() ? "decided, and the mailbox stays blocked" : "cancelled";
    String what = decided.state() == RequestState.CANCELLED ? ended : "confirmed";
    return "%s was first: this request is already %s. Your click changed nothing."
        .formatted(name(decided.decision().by()), what);
  }

  public static String status(String named, Mailbox mailbox, Optional<ChangeRequest> last) {
    String as = named.equals(mailbox.address().value()) ? "" : named;
    String now =
        CardWording.described(mailbox, as) + ": " + CardWording.outgoing(mailbox, "") + ".";
    return last.map(change -> now + " " + lastChange(change)).orElse(now);
  }

  private static String lastChange(ChangeRequest change) {
    Effect effect = change.effect();
    String until = effect.isTemporary() ? " until " + UTC.format(effect.until()) : "";
    String reason = change.terms().reason().isEmpty() ? "" : ": " + change.terms().reason();
    return "Last change by Mailbrake: %s%s since %s, confirmed by %s%s."
        .formatted(
            change.action().wanted().word(),
            until,
            UTC.format(effect.since()),
            change.deciders().map(Wording::name).collect(Collectors.joining(" and ")),
            reason);
  }

  /** Empty if nothing changed since the request. */
  public static String changes(Mailbox before, Mailbox now) {
    List<String> news = new ArrayList<>();
    if (!before.address().equals(now.address())) {
      news.add("the address is %s, and no longer %s".formatted(now.address(), before.address()));
    }
    if (before.outgoing() != now.outgoing()) {
      news.add("outgoing mail is " + now.outgoing().word());
    }
    if (before.role() != now.role()) {
      news.add("the mailbox is " + now.role().word());
    }
    return news.isEmpty() ? "" : "Since it was asked for: " + String.join("; ", news) + ".";
  }

  public static String secondNeeded(ChangeRequest request) {
    return "Your confirmation of %s is recorded. %s Another approver has to confirm it before the deadline."
        .formatted(request.mailbox().address(), request.approvals().because());
  }

  /** As recorded: the card that the approver reads may have been edited. */
  public static String confirmed(ChangeRequest request) {
    Duration lasts = request.terms().lasts();
    return "You confirmed: %s outgoing mail of %s%s%s."
        .formatted(
            request.action().verb(),
            request.mailbox().address(),
            lasts.isZero() ? "" : " for " + BlockTime.format(lasts),
            request.isAutomaticUnblock() ? "" : ", asked for by " + name(request.origin().by()));
  }

  public static String pressAgain(PersonName first) {
    return name(first)
        + " has just confirmed this. Look at the card, and press again if you agree.";
  }

  public static String cannotCheck(PersonName first) {
    return ("Mailbrake cannot check now whether %s, who confirmed first, is still an approver, so"
            + " nothing was done. Please try again in a minute.")
        .formatted(name(first));
  }

  public static String noModal(Action action) {
    Verb verb = action == Action.BLOCK ? Verb.BLOCK : Verb.UNBLOCK;
    return "The form could not be opened. Type the command in one line: " + verb.example();
  }

  public static String cannotBeShown(List<ChangeRequest> rows, String why) {
    String mailboxes =
        rows.stream().map(row -> row.mailbox().address().value()).collect(Collectors.joining(", "));
    return ("The card for %s cannot be shown in its channel (%s), so nobody can confirm it there."
            + " Invite the bot to the channel, and ask again once this request has expired.")
        .formatted(mailboxes, why);
  }

  /** Without the reminder's card, people can still decide elsewhere. */
  public static String cannotRemind(ChangeRequest unblock, String why) {
    return ("The reminder for %s cannot be shown in its channel (%s). Its block ends by itself at"
            + " %s. To keep it blocked, press Keep blocked in Mailbrake's home tab, or ask for a new"
            + " block.")
        .formatted(unblock.mailbox().address(), why, UTC.format(unblock.terms().deadline()));
  }

  public static String cannotBeUpdated(List<ChangeRequest> rows, String why) {
    String stands =
        rows.stream()
            .map(
                row ->
                    "%s: %s. %s"
                        .formatted(
                            row.mailbox().address(),
                            CardWording.title(row),
                            CardWording.explanation(row)))
            .collect(Collectors.joining("\n"));
    return "The card cannot be brought up to date in its channel (%s). This is where it stands:\n%s"
        .formatted(why, stands);
  }

  public static String gaveUp(ChangeRequest request, Duration patience, Failure failure) {
    String hours = patience.toHours() == 1 ? "an hour" : patience.toHours() + " hours";
    return "Mailbrake tried for %s and gave up: %s. %s"
        .formatted(hours, failure.reason(), whetherItTookEffect(request));
  }

  /** For a change that Zoho refused repeatedly with the reason in the note. */
  public static String refused(ChangeRequest request) {
    Progress progress = request.progress();
    String fate =
        progress.isNothingButRefused() ? "Nothing was changed." : whetherItTookEffect(request);
    return "%s, %d times in a row. Do it in the Zoho Mail Admin Console, or ask again once the reason is gone. %s"
        .formatted(progress.note(), progress.refusals(), fate);
  }

  /** For a change whose mailbox could not be read before writing. */
  public static String unread(ChangeRequest request, Failure failure) {
    String why =
        failure.kind() == Failure.Kind.NOT_FOUND
            ? failure.reason() + ". " + ACCOUNT_GONE
            : failure.sentence();
    return why + " " + whetherItTookEffect(request);
  }

  /** The address on the card may now belong to somebody else, who can still send. */
  public static String movedTo(ChangeRequest request, Mailbox now) {
    return now.address().equals(request.mailbox().address())
        ? ""
        : "The account has another address by now: " + now.address() + ".";
  }

  private static String whetherItTookEffect(ChangeRequest request) {
    return request.progress().mayHaveTakenEffect()
        ? "It is not known whether the change took effect: it may have been sent, and Zoho did not"
            + " answer. Check the mailbox in the Zoho Mail Admin Console."
        : "Nothing was changed.";
  }

  /** For text that somebody else wrote. */
  public static String cut(String text) {
    return PlainText.cut(text, LONGEST);
  }

  static String name(PersonName person) {
    return person.name().isEmpty() ? person.id() : person.name();
  }
}
