package dev.mailbrake.request.model;

/**
 * A call for the people whom a matter of a card concerns.
 *
 * @param person the user whom the step {@code PERSON} tells; else empty
 */
public record Ring(CardId card, Matter matter, Step step, String person) {
  public enum Step {
    /** Whether there is anything to say, and nobody has said it. */
    CHECK,
    /** In the card's thread, or directly where the bot cannot post there. */
    THREAD,
    /** To one person directly. */
    PERSON
  }

  public static Ring check(CardId card, Matter matter) {
    return new Ring(card, matter, Step.CHECK, "");
  }

  public Ring inThread() {
    return new Ring(card, matter, Step.THREAD, "");
  }

  public Ring to(String userId) {
    return new Ring(card, matter, Step.PERSON, userId);
  }

  /** Names its job: there is one at a time for each of these. */
  public String name() {
    return String.join("/", card.value(), matter.recorded(), step.name(), person);
  }
}
