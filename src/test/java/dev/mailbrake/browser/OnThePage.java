package dev.mailbrake.browser;

import static java.util.Objects.requireNonNull;

import dev.mailbrake.sandbox.Sandbox;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A separate sandbox for each test, and its page in Chromium. */
abstract class OnThePage {
  private static @Nullable Chromium chromium;

  private @Nullable Sandbox sandbox;
  private @Nullable Screen screen;

  @BeforeAll
  static void startBrowser() throws IOException {
    chromium = Chromium.start();
  }

  @BeforeEach
  void openPage() {
    sandbox = Sandbox.start(0);
    chromium().open(sandbox.url(), 1280, 900);
    screen = new Screen(chromium().driver());
  }

  @AfterEach
  void leavePage() {
    try {
      chromium().leave();
    } finally {
      sandbox().close();
    }
  }

  @AfterAll
  static void stopBrowser() throws IOException {
    // If the browser could not start, the tests were skipped.
    if (chromium != null) {
      chromium.close();
    }
  }

  static Chromium chromium() {
    return requireNonNull(chromium);
  }

  final Sandbox sandbox() {
    return requireNonNull(sandbox);
  }

  final Screen screen() {
    return requireNonNull(screen);
  }
}
