package dev.mailbrake.request.wording;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Matter;
import dev.mailbrake.request.model.PrivateMessage.Pointer;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.model.ThreadPost;
import dev.mailbrake.request.model.ThreadPost.Part;
import dev.mailbrake.text.PlainText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said in a card's thread, in the order in which somebody on call needs it.
 *
 * @param console the Zoho Mail Admin Console of the data center
 */
public record ThreadWording(URI console) {
  private static final String NOT_STOPPED =
      " blocking doesn't stop incoming mail or sign-ins, and other accounts of the same person and"
          + " group addresses are not blocked. In the ";

  private static final String STEPS =
      """
      , under Users → the person:
      • Security: reset the password and sign out of all devices
      • Security: remove app passwords and connected apps
      • Mail Settings: check forwarding and filters""";

  /** For a whole line: the longest note still fits ten times into a message. */
  private static final int LONGEST_NOTE = 500;

  /**
   * For somebody who waits for a lookup.
   *
   * @param delay how long Zoho makes it wait; zero if it does not
   */
  public static String lookingUp(Duration delay) {
    if (delay.isZero()) {
      return "Looking it up…";
    }
    long minutes = delay.plusSeconds(59).toMinutes();
    return "Zoho is rate-limiting Mailbrake; looking it up as soon as Zoho allows, within "
        + (minutes <= 1 ? "a minute." : minutes + " minutes.");
  }

  /** What else there is to do; said once in each card's thread. */
  public ThreadPost advice(Action action) {
    Post post = new Post();
    if (action == Action.BLOCK) {
      post.bold("Still to do:").text(NOT_STOPPED).link("Zoho Mail Admin Console").text(STEPS);
    } else {
      post.bold("Still can't send?")
          .text(" Zoho itself may have blocked the account, which Mailbrake can't change. In the ")
          .link("Zoho Mail Admin Console")
          .text(
              ", see Security & Compliance → Blocked Accounts, or let the person try Zoho's"
                  + " UnblockMe page.");
    }
    return post.made(false);
  }

  /** For everybody in the channel, with the mentions first. */
  public ThreadPost inThread(Matter matter, List<ChangeRequest> rows, List<Part> mentions) {
    return said(new Post().mentions(mentions), matter, rows).made(true);
  }

  /** For one person, who needs a link to the card where there is one. */
  public ThreadPost directly(Matter matter, List<ChangeRequest> rows, Optional<Pointer> card) {
    Post post = said(new Post(), matter, rows);
    card.ifPresent(it -> post.add(new Part.CardLink(it, "Go to that request")));
    return post.made(false);
  }

  private Post said(Post post, Matter matter, List<ChangeRequest> rows) {
    return switch (matter) {
      case FAILED -> each(post, rows, this::failed).link("View in the console");
      case LATE -> each(post, rows, this::late).link("View in the console");
      case DRIFTED -> each(post, rows, this::drifted).link("View in the console");
      case SECOND_NEEDED -> needed(post, rows, " needs another approval.");
      case HALF_TIME -> needed(post, rows, " still needs another approval.");
    };
  }

  private Post needed(Post post, List<ChangeRequest> rows, String what) {
    return each(
        post,
        rows,
        (line, row) ->
            line.text((row.action() == Action.BLOCK ? "Blocking " : "Unblocking ") + address(row))
                .text(what + " " + row.approvals().because() + " Expires at ")
                .time(row.terms().deadline())
                .text("."));
  }

  private void failed(Post line, ChangeRequest row) {
    boolean isUnseen = row.state() == RequestState.UNVERIFIED;
    String why = isUnseen ? "Zoho accepted the change but never showed it." : note(row);
    if (isUnseen || row.isUncertain()) {
      line.text(address(row)).bold(" may not be ").text(done(row) + ": " + why);
    } else {
      line.text(address(row) + " is ").bold("not").text(" " + done(row) + ": " + why);
    }
  }

  private void late(Post line, ChangeRequest row) {
    String note = note(row);
    line.text(address(row) + " is ")
        .bold("not")
        .text(" " + done(row) + ": ")
        .text(note.isEmpty() ? "Zoho hasn't answered for two minutes" : note)
        .text(". Mailbrake keeps trying until ")
        .time(row.decision().at().plus(row.patience()))
        .text(".");
  }

  private void drifted(Post line, ChangeRequest row) {
    line.text(address(row) + " can send again: it was unblocked ")
        .bold("outside Mailbrake")
        .text(" (blocked since ")
        .time(row.effect().since())
        .text(").");
  }

  private static String note(ChangeRequest row) {
    return PlainText.cut(row.progress().note(), LONGEST_NOTE);
  }

  private static String address(ChangeRequest row) {
    return row.mailbox().address().value();
  }

  private static String done(ChangeRequest row) {
    return row.action() == Action.BLOCK ? "blocked" : "unblocked";
  }

  /** One mailbox in the sentence itself, several in a list. */
  private static Post each(Post post, List<ChangeRequest> rows, Line line) {
    for (ChangeRequest row : rows) {
      if (rows.size() > 1) {
        post.text("\n• ");
      }
      line.add(post, row);
    }
    return post.text(rows.size() > 1 ? "\n" : " ");
  }

  private interface Line {
    void add(Post post, ChangeRequest row);
  }

  /** Collects the parts of a post. */
  private final class Post {
    private final List<Part> parts = new ArrayList<>();

    Post add(Part part) {
      parts.add(part);
      return this;
    }

    Post mentions(List<Part> people) {
      people.forEach(one -> add(one).text(" "));
      return this;
    }

    Post text(String text) {
      return add(new Part.Text(text, false));
    }

    Post bold(String text) {
      return add(new Part.Text(text, true));
    }

    Post link(String label) {
      return add(new Part.Link(console.toString(), label));
    }

    Post time(Instant at) {
      return add(new Part.Time(at));
    }

    ThreadPost made(boolean rings) {
      return new ThreadPost(parts, rings);
    }
  }
}
