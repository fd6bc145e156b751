package dev.mailbrake.zoho;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The scopes that Zoho granted. */
record ZohoScopes(Set<String> names) {

  /** Reads an echo, with commas or spaces between the names; empty if it names none. */
  static Optional<ZohoScopes> parse(String echo) {
    Set<String> names = new TreeSet<>(List.of(echo.strip().split("[,\\s]+")));
    names.remove("");
    return names.isEmpty() ? Optional.empty() : Optional.of(new ZohoScopes(names));
  }

  /** Those of the needed ones that are not among them, nor covered by their family's ALL. */
  List<String> lacking(List<String> needed) {
    return needed.stream()
        .filter(scope -> !names.contains(scope) && !names.contains(family(scope)))
        .toList();
  }

  /** Those that nobody needs. */
  List<String> beyond(List<String> needed) {
    return names.stream().filter(scope -> !needed.contains(scope)).toList();
  }

  private static String family(String scope) {
    return scope.substring(0, scope.lastIndexOf('.')) + ".ALL";
  }
}
