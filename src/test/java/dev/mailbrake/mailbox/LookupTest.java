package dev.mailbrake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Failure.Kind;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookupTest {
  private static final MailAddress REBECCA = new MailAddress("rebecca@zylker.com");

  @Test
  void runsTheBranchOfItsAnswer() {
    Failure down = new Failure(Kind.RETRY_LATER, "Zoho is down", "Wait.", Duration.ZERO);
    assertThat(told(new Lookup.Found(rebecca(Set.of())))).isEqualTo("rebecca@zylker.com");
    assertThat(told(new Lookup.Missing())).isEqualTo("missing");
    assertThat(told(new Lookup.Failed(down))).isEqualTo("Zoho is down");
  }

  @Test
  void aMailboxKeepsItsAliasesIfTheSetChanges() {
    Set<MailAddress> aliases = new HashSet<>(Set.of(new MailAddress("becky@zylker.com")));
    Mailbox mailbox = rebecca(aliases);
    aliases.clear();
    assertThat(mailbox.aliases()).containsExactly(new MailAddress("becky@zylker.com"));
  }

  private static String told(Lookup lookup) {
    return lookup.fold(mailbox -> mailbox.address().value(), () -> "missing", Failure::reason);
  }

  private static Mailbox rebecca(Set<MailAddress> aliases) {
    return new Mailbox(
        new MailboxId("1", "2"),
        REBECCA,
        aliases,
        "Rebecca",
        MailboxRole.MEMBER,
        OutgoingStatus.CAN_SEND,
        Instant.EPOCH);
  }
}
