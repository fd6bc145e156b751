package dev.mailbrake.bench.crash;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;

import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Approvers at one keyboard: they ask, confirm, cancel, double-click, and click at the same time.
 */
final class RandomApprover implements Runnable {
  private static final List<String> APPROVERS = List.of(ADA, GRACE);

  /** How many of the latest cards people still see. */
  private static final int ON_SCREEN = 40;

  /** A few mailboxes get most of the requests, so changes to one follow each other. */
  private static final int BUSY_MAILBOXES = 12;

  private static final int MAX_MAILBOXES = 3;

  private final Testbed testbed;
  private final Random random;
  private volatile boolean stopped;
  private final AtomicInteger commands = new AtomicInteger();
  private final AtomicInteger clicks = new AtomicInteger();
  private final AtomicInteger undelivered = new AtomicInteger();

  RandomApprover(Testbed testbed, Random random) {
    this.testbed = testbed;
    this.random = random;
  }

  void stop() {
    stopped = true;
  }

  int commands() {
    return commands.get();
  }

  int clicks() {
    return clicks.get();
  }

  int undelivered() {
    return undelivered.get();
  }

  @Override
  public void run() {
    while (!stopped) {
      if (chance(40)) {
        ask();
      } else {
        decide();
      }
      Pause.of(Duration.ofMillis(50 + random.nextInt(350)));
    }
  }

  private void ask() {
    boolean blocks = chance(50);
    String mailboxes =
        IntStream.rangeClosed(0, random.nextInt(MAX_MAILBOXES))
            .mapToObj(any -> mailbox())
            .collect(Collectors.joining(" "));
    String command = blocks ? "/mail-block " : "/mail-unblock ";
    String time = blocks && chance(30) ? " for 1d" : "";
    String line = command + mailboxes + time + " crash campaign";
    String person = person();
    deliver(() -> testbed.slack().as(person).in(MAIL_SECURITY).types(line));
    commands.incrementAndGet();
  }

  private String mailbox() {
    int all = chance(60) ? BUSY_MAILBOXES : Testbed.MAILBOXES;
    return Testbed.address(random.nextInt(all));
  }

  private void decide() {
    List<SlackMessage> cards = testbed.cards();
    List<SlackMessage> open =
        cards.subList(Math.max(0, cards.size() - ON_SCREEN), cards.size()).stream()
            .filter(message -> !decisions(message).isEmpty())
            .toList();
    if (open.isEmpty()) {
      return;
    }
    SlackMessage card = open.get(random.nextInt(open.size()));
    List<SlackButton> buttons = decisions(card);
    String request = buttons.get(random.nextInt(buttons.size())).value();
    String person = person();
    click(person, card, button(card, request));
    if (chance(15)) {
      click(person, card, button(card, request)); // a double click
    } else if (chance(15)) {
      click(other(person), card, button(card, request));
    }
  }

  /** Mostly the first of a request's two buttons, which confirms. */
  private SlackButton button(SlackMessage card, String request) {
    List<SlackButton> pair =
        decisions(card).stream().filter(button -> button.value().equals(request)).toList();
    return pair.get(chance(85) ? 0 : pair.size() - 1);
  }

  private static List<SlackButton> decisions(SlackMessage card) {
    return card.buttons().stream().filter(CardText::decides).toList();
  }

  private void click(String person, SlackMessage card, SlackButton button) {
    deliver(() -> testbed.slack().as(person).clicks(card, button));
    clicks.incrementAndGet();
  }

  /** People who see Slack's error try again half of the time. */
  private void deliver(Supplier<BotAcknowledgement> delivery) {
    while (delivery.get().status() != 200 && !stopped) {
      undelivered.incrementAndGet();
      if (chance(50)) {
        return;
      }
      Pause.of(Duration.ofMillis(200 + random.nextInt(800)));
    }
  }

  private String person() {
    return APPROVERS.get(random.nextInt(APPROVERS.size()));
  }

  private static String other(String person) {
    return person.equals(ADA) ? GRACE : ADA;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
