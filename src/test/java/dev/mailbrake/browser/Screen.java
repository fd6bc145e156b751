package dev.mailbrake.browser;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The sandbox's page as somebody sees and uses it; each look-up waits for its element. */
final class Screen {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String REPLY = ".message.reply";

  private final WebDriver driver;

  Screen(WebDriver driver) {
    this.driver = driver;
    wait(
        "the first state",
        () -> !driver.findElements(By.cssSelector("body[data-ready]")).isEmpty());
  }

  void types(String line) {
    WebElement box = find("[data-testid=box]");
    box.clear();
    box.sendKeys(line, Keys.ENTER);
  }

  void is(String person) {
    find("[data-testid=person][data-id=" + person + "] input").click();
  }

  /** Opens the bot's home tab. */
  void goesHome() {
    goesTo("home");
  }

  void goesTo(String channel) {
    find("[data-testid=channel][data-id=" + channel + "] input").click();
  }

  /** Switches a fault on or off, and waits until the page shows it. */
  void switches(String fault, boolean on) {
    String lamp = "[data-testid=fault][data-fault=" + fault + "]";
    find(lamp).click();
    find(lamp + "[aria-pressed=" + on + "]");
  }

  void presses(String label) {
    wait("a button " + label, () -> press(label, WebElement::click));
  }

  /** The labels of all buttons that the bot shows. */
  List<String> buttons() {
    return texts("[data-testid=action]");
  }

  /** Moves the clock forward, by hours and tens of minutes. */
  void passes(int minutes) {
    for (int hours = minutes / 60; hours > 0; hours--) {
      clicks("hour-later");
    }
    for (int tens = minutes % 60 / 10; tens > 0; tens--) {
      clicks("later");
    }
  }

  private boolean press(String label, Consumer<WebElement> way) {
    List<WebElement> buttons =
        driver
            .findElements(By.cssSelector("[data-testid=action]:not([aria-disabled=true])"))
            .stream()
            .filter(button -> button.getText().equals(label))
            .toList();
    buttons.stream().findFirst().ifPresent(way);
    return !buttons.isEmpty();
  }

  /** Types into the open modal. */
  void fills(String field, String text) {
    WebElement input = find("[data-testid=input][name=" + field + "]");
    input.clear();
    input.sendKeys(text);
  }

  /** The error below a field of the open modal, once there is one. */
  String error(String field) {
    String selector = "[data-testid=error][data-block=" + field + "]";
    wait("an error at " + field, () -> !find(selector).getText().isEmpty());
    return find(selector).getText();
  }

  void awaitNoForm() {
    wait("the form to close", () -> driver.findElements(By.cssSelector("dialog[open]")).isEmpty());
  }

  /** Clicks the example with this label, which puts its command into the message box. */
  void clicksExample(String label) {
    examples().stream()
        .filter(example -> example.getText().equals(label))
        .findFirst()
        .orElseThrow()
        .click();
  }

  List<WebElement> examples() {
    return driver.findElements(By.cssSelector("[data-testid=example]"));
  }

  /** Moves the focus to one of the bot's buttons and presses it, without a mouse. */
  void pressesByKeyboard(String label) {
    wait("a button " + label, () -> press(label, button -> button.sendKeys(Keys.ENTER)));
  }

  /** The focused element. */
  WebElement focus() {
    return driver.switchTo().activeElement();
  }

  /** Waits until the focus is on one of these elements with this text. */
  void awaitFocus(String testId, String part) {
    wait(
        "the focus on " + part,
        () ->
            testId.equals(focus().getDomAttribute("data-testid"))
                && focus().getText().contains(part));
  }

  void clicks(String testId) {
    find("[data-testid=" + testId + "]").click();
  }

  /** Waits for a message that everybody sees and that contains all of these. */
  String card(String... parts) {
    return message(
        ".message:not(.ephemeral)",
        text -> Stream.of(parts).allMatch(text::contains),
        String.join(", ", parts));
  }

  /** Waits for an answer with this text in a message's thread, which is opened for that. */
  String reply(String part) {
    wait(part, () -> texts(REPLY).stream().anyMatch(text -> text.contains(part)) || opensAThread());
    return message(REPLY, text -> text.contains(part), part);
  }

  /** Opens the next thread; false, as it is drawn later. */
  private boolean opensAThread() {
    driver.findElements(By.cssSelector("[data-testid=replies][aria-expanded=false]")).stream()
        .findFirst()
        .ifPresent(WebElement::click);
    return false;
  }

  /** Waits until a person or a channel has this many unread notifications. */
  void awaitUnread(String group, String id, int many) {
    String badge = "[data-testid=" + group + "][data-id=" + id + "] [data-testid=unread]";
    wait(
        many + " unread of " + id,
        () ->
            texts(badge).stream().mapToInt(it -> Integer.parseInt(it.replaceAll("\\D", ""))).sum()
                == many);
  }

  /** Ticks a checkbox of the open modal. */
  void ticks(String field, String value) {
    find("[data-testid=input][name=" + field + "] [value='" + value + "']").click();
  }

  /** Waits for this text on the home tab. */
  String home(String part) {
    return message("[data-testid=home]", text -> text.contains(part), part);
  }

  /** Waits for a message with this text that only the current person sees. */
  String ephemeral(String part) {
    return message(".message.ephemeral", text -> text.contains(part), part);
  }

  /** Waits for this text of the page itself below the message box. */
  String hint(String part) {
    return message("[data-testid=hint]", text -> text.contains(part), part);
  }

  List<String> messages() {
    return texts(".message");
  }

  private String message(String selector, Predicate<String> wanted, String what) {
    wait(what, () -> texts(selector).stream().anyMatch(wanted));
    return texts(selector).stream().filter(wanted).findFirst().orElseThrow();
  }

  void awaitOutgoing(String address, String status) {
    find("[data-testid=mailbox][data-address='" + address + "'][data-outgoing=" + status + "]");
  }

  /** How many requests Zoho has received. */
  int requests() {
    return Integer.parseInt(find("#count").getText());
  }

  /** Waits until the newest request reads a mailbox, and came after this many requests. */
  void awaitLook(int before) {
    wait(
        "another look at Zoho",
        () -> requests() > before && find("[data-testid=request]").getText().contains("GET"));
  }

  /** Whether anything is wider than the view. */
  boolean scrollsSideways() {
    return pixels("scrollWidth") > pixels("clientWidth");
  }

  private int pixels(String property) {
    return Integer.parseInt(String.valueOf(find("html").getDomProperty(property)));
  }

  WebElement find(String selector) {
    wait(selector, () -> !driver.findElements(By.cssSelector(selector)).isEmpty());
    return driver.findElement(By.cssSelector(selector));
  }

  private List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
  }

  /** The page may be redrawn during a look-up; then it is repeated. */
  private void wait(String what, BooleanSupplier seen) {
    new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> what + ", in\n" + String.join("\n", texts("main")))
        .until(it -> seen.getAsBoolean());
  }
}
