package dev.mailbrake.sandbox.slack.views;

import dev.mailbrake.sandbox.slack.StateLock;
import dev.mailbrake.sandbox.slack.protocol.SlackError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What people see besides messages: everybody's home tab, and their stack of modals. */
public final class OpenViews {

  private static final int MAX_STACK = 3;

  private final StateLock lock;
  private final Map<String, SlackView> homes = new HashMap<>();
  private final Map<String, List<SlackView>> modals = new HashMap<>();

  public OpenViews(StateLock lock) {
    this.lock = lock;
  }

  public Optional<SlackView> home(String user) {
    return lock.read(() -> Optional.ofNullable(homes.get(user)));
  }

  public Optional<SlackView> modal(String user) {
    return lock.read(() -> stack(user).stream().reduce((lower, upper) -> upper));
  }

  public List<SlackView> all() {
    return lock.read(
        () ->
            Stream.concat(homes.values().stream(), modals.values().stream().flatMap(List::stream))
                .toList());
  }

  Optional<SlackView> find(Predicate<SlackView> wanted) {
    return all().stream().filter(wanted).findFirst();
  }

  public void publish(SlackView home) {
    lock.change(
        () -> {
          homes.put(home.user(), home);
        });
  }

  /** Replaces every modal the user had open; that Slack closes those is an assumption. */
  public void open(SlackView modal) {
    lock.change(
        () -> {
          modals.put(modal.user(), List.of(modal));
        });
  }

  void push(SlackView modal) {
    lock.change(
        () -> {
          List<SlackView> higher = new ArrayList<>(stack(modal.user()));
          if (higher.size() >= MAX_STACK) {
            throw new SlackError("push_limit_reached");
          }
          higher.add(modal);
          modals.put(modal.user(), List.copyOf(higher));
        });
  }

  /** Changes the current version of the view, whichever was seen; does nothing if it is gone. */
  public void change(SlackView seen, UnaryOperator<SlackView> change) {
    UnaryOperator<SlackView> sameId = it -> it.id().equals(seen.id()) ? change.apply(it) : it;
    lock.change(
        () -> {
          homes.computeIfPresent(seen.user(), (user, home) -> sameId.apply(home));
          modals.computeIfPresent(
              seen.user(), (user, stack) -> stack.stream().map(sameId).toList());
        });
  }

  void close(SlackView modal) {
    lock.change(
        () -> {
          List<SlackView> rest =
              stack(modal.user()).stream().filter(it -> !it.id().equals(modal.id())).toList();
          modals.put(modal.user(), rest);
        });
  }

  void closeAll(String user) {
    lock.change(
        () -> {
          modals.remove(user);
        });
  }

  private List<SlackView> stack(String user) {
    return modals.getOrDefault(user, List.of());
  }
}
