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
      return Finding.unchecked(
          Subjects.SCOPES,
          "Zoho doesn't name the token's scopes; the reads below show the ones that reading needs",
          "");
    }
    List<String> lacking = granted.get().lacking(authentication.scopes());
    return lacking.isEmpty() ? complete(granted.get()) : lacking(lacking);
  }

  private Finding complete(ZohoScopes scopes) {
    List<String> beyond = scopes.beyond(authentication.scopes());
    return Finding.good(
        Subjects.SCOPES,
        beyond.isEmpty()
            ? "the token has the ones that are needed"
            : "the token can do more than needed: "
                + ExternalText.words(String.join(", ", beyond)));
  }

  private Finding lacking(List<String> lacking) {
    return Finding.bad(
        Subjects.SCOPES,
        "the token is missing " + String.join(", ", lacking),
        "Authorize again with the scopes " + authentication.scopeList() + ".");
  }

  /** Whether a change would be permitted; trying it would make one. */
  Finding write(Finding role) {
    if (scopes().failed()) {
      return Finding.skipped(Subjects.WRITE, Subjects.SCOPES);
    }
    if (role.failed()) {
      return Finding.skipped(Subjects.WRITE, role.subject());
    }
    return Finding.unchecked(
        Subjects.WRITE,
        granted.isPresent()
            ? "not tried, because that would change a mailbox; the scopes allow it"
            : "not tried, because that would change a mailbox; Zoho doesn't say what the scopes"
                + " allow",
        "");
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
