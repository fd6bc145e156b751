package dev.mailbrake.sandbox.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The page's files, read once from the class path. */
record PageFiles(Map<String, PageFile> byPath) {

  @SuppressWarnings("ArrayRecordComponent") // passed straight to the socket, never compared
  record PageFile(String type, byte[] content) {}

  static PageFiles load() {
    return new PageFiles(
        Map.of(
            "/", read("index.html", "text/html;charset=utf-8"),
            "/style.css", read("style.css", "text/css;charset=utf-8"),
            "/page.js", read("page.js", "text/javascript;charset=utf-8"),
            "/messages.js", read("messages.js", "text/javascript;charset=utf-8"),
            "/menu.js", read("menu.js", "text/javascript;charset=utf-8"),
            "/forms.js", read("forms.js", "text/javascript;charset=utf-8"),
            "/blocks.js", read("blocks.js", "text/javascript;charset=utf-8"),
            "/focus.js", read("focus.js", "text/javascript;charset=utf-8"),
            "/icon.svg", read("icon.svg", "image/svg+xml")));
  }

  Optional<PageFile> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private static PageFile read(String name, String type) {
    try (InputStream file = PageFiles.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("The page has no file " + name);
      }
      return new PageFile(type, file.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("Cannot read the page's " + name, broken);
    }
  }
}
