package dev.mailbrake.zoho;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.Authentication;
import dev.mailbrake.zoho.ZohoCheck.Subjects;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a token's scopes permit, as far as Zoho names them. Pure. */
final class Permissions {
  private final Authentication authentication;
  private final Optional<ZohoScopes> granted;

  Permissions(Authentication authentication, Optional<ZohoScopes> granted) {
    this.authentication = authentication;
    this.granted = granted;
  }

  /** Whether all needed scopes were granted; additional ones are fine. */
  Finding scopes() {
    if (granted.isEmpty()) {
      return Finding.good(
          Subjects.SCOPES,
          "Zoho does not name the token's scopes; the reads below show those that reading needs");
    }
    List<String> lacking = granted.get().lacking(authentication.scopes());
    return lacking.isEmpty() ? complete(granted.get()) : lacking(lacking);
  }

  private Finding complete(ZohoScopes scopes) {
    List<String> beyond = scopes.beyond(authentication.scopes());
    return Finding.good(
        Subjects.SCOPES,
        beyond.isEmpty()
            ? "the token has those that are needed"
            : "the token can do more than is needed: "
                + ExternalText.words(String.join(", ", beyond)));
  }

  private Finding lacking(List<String> lacking) {
    return Finding.bad(
        Subjects.SCOPES,
        "the token lacks " + String.join(", ", lacking),
        "Authorize again with the scopes " + authentication.scopeList() + ".");
  }

  /** Whether a change would be permitted; trying it would make one. */
  Finding write(Finding role) {
    if (!scopes().holds()) {
      return Finding.skipped(Subjects.WRITE, Subjects.SCOPES);
    }
    if (!role.holds()) {
      return Finding.skipped(Subjects.WRITE, role.subject());
    }
    return Finding.good(
        Subjects.WRITE,
        granted.isPresent()
            ? "not tried, since that would change a mailbox; scope and owner allow it"
            : "not tried, since that would change a mailbox; Zoho names no scope that would"
                + " forbid it");
  }

  record ZohoScopes(Set<String> names) {

    /** Names separated by commas or spaces; empty if there are none. */
    static Optional<ZohoScopes> parse(String text) {
      Set<String> names = new TreeSet<>(List.of(text.strip().split("[,\\s]+")));
      names.remove("");
      return names.isEmpty() ? Optional.empty() : Optional.of(new ZohoScopes(names));
    }

    /** Those of the needed ones that are neither granted nor covered by their family's ALL. */
    List<String> lacking(List<String> needed) {
      return needed.stream()
          .filter(scope -> !names.contains(scope) && !names.contains(family(scope)))
          .toList();
    }

    List<String> beyond(List<String> needed) {
      return names.stream().filter(scope -> !needed.contains(scope)).toList();
    }

    private static String family(String scope) {
      return scope.substring(0, scope.lastIndexOf('.')) + ".ALL";
    }
  }
}
