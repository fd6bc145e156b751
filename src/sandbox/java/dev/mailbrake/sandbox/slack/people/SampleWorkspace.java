package dev.mailbrake.sandbox.slack.people;

import dev.mailbrake.sandbox.slack.FakeSlack;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The workspace that every test and the sandbox start with, and the ids in it. */
public final class SampleWorkspace {

  /** An approver. */
  public static final String ADA = "U0ADA00001";

  /** An approver, through the user group {@link #ON_CALL}. */
  public static final String GRACE = "U0GRACE001";

  /** A full member who approves nothing. */
  public static final String NILS = "U0NILS0001";

  /** A guest. */
  public static final String GUSTAV = "U0GUSTAV01";

  /** A former member; the account is deactivated. */
  public static final String DORA = "U0DORA0001";

  /** Somebody from another workspace, in {@link #MAIL_SECURITY} through Slack Connect. */
  public static final String STEVE = "U0STEVE001";

  /** Another app, which posts alerts. */
  public static final String ALERTS = "U0ALERTS01";

  /** The user group with Grace in it. */
  public static final String ON_CALL = "S0ONCALL01";

  /** The channel {@code #mail-security}, with the bot in it. */
  public static final String MAIL_SECURITY = "C0MAILSEC1";

  /** The channel {@code #mail-audit}, with the bot in it. */
  public static final String MAIL_AUDIT = "C0AUDIT001";

  /** The channel {@code #random}, without the bot. */
  public static final String RANDOM = "C0RANDOM01";

  private static final String OTHER_TEAM = "T0PARTNER1";

  /** The owners of Zylker's mailboxes, so a mailbox can be named by a mention. */
  private static final List<SlackUser> COLLEAGUES =
      List.of(
          SlackUser.member("U0OLIVIA01", "olivia", "Olivia Okafor"),
          SlackUser.member("U0AMARA001", "amara", "Amara Diallo"),
          SlackUser.member("U0REBECCA1", "rebecca", "Rebecca Anderson"),
          SlackUser.member("U0PAULA001", "paula", "Paula Souza"),
          SlackUser.member("U0BORIS001", "boris", "Boris Horvat"),
          SlackUser.member("U0NADIA001", "nadia", "Nadia Rahman"),
          SlackUser.member("U0TARIQ001", "tariq", "Tariq Haddad"),
          SlackUser.member("U0HANNAH01", "hannah", "Hannah Weber"),
          SlackUser.member("U0DIEGO001", "diego", "Diego Ramos"),
          SlackUser.member("U0MEI00001", "mei", "Mei Chen"),
          SlackUser.member("U0LUCAS001", "lucas", "Lucas Martin"),
          SlackUser.member("U0PRIYA001", "priya", "Priya Nair"),
          SlackUser.member("U0SAMUEL01", "samuel", "Samuel Adeyemi"),
          SlackUser.member("U0ELENA001", "elena", "Elena Petrova"),
          SlackUser.member("U0JONAS001", "jonas", "Jonas Larsen"),
          SlackUser.member("U0FATIMA01", "fatima", "Fatima Benali"),
          SlackUser.member("U0CARLOS01", "carlos", "Carlos Mendes"));

  private SampleWorkspace() {}

  public static void fill(FakeWorkspace workspace) {
    workspace.put(SlackUser.member(ADA, "ada", "Ada Lovelace"));
    workspace.put(SlackUser.member(GRACE, "grace", "Grace Hopper"));
    workspace.put(SlackUser.member(NILS, "nils", "Nils Lindqvist"));
    workspace.put(
        SlackUser.member(GUSTAV, "gustav", "Gustav Brandt").with(SlackUser.Trait.RESTRICTED));
    workspace.put(SlackUser.member(DORA, "dora", "Dora Keller").with(SlackUser.Trait.DELETED));
    workspace.put(stranger());
    workspace.put(bot());
    workspace.put(
        SlackUser.member(ALERTS, "alerts", "Alerts").withoutEmail().with(SlackUser.Trait.BOT));
    workspace.put(UserGroup.of(ON_CALL, "on-call", GRACE));
    COLLEAGUES.forEach(workspace::put);
    Set<String> everybody =
        workspace.users().stream()
            .filter(user -> !user.is(SlackUser.Trait.BOT) && !user.is(SlackUser.Trait.STRANGER))
            .map(SlackUser::id)
            .collect(Collectors.toSet());
    workspace.put(
        SlackChannel.open(MAIL_SECURITY, "mail-security", everybody)
            .withMember(STEVE)
            .withMember(FakeSlack.BOT_USER));
    workspace.put(
        SlackChannel.open(MAIL_AUDIT, "mail-audit", Set.of(ADA, GRACE, NILS))
            .withMember(FakeSlack.BOT_USER));
    workspace.put(SlackChannel.open(RANDOM, "random", everybody));
  }

  private static SlackUser stranger() {
    return SlackUser.member(STEVE, "steve", "Steve Novak")
        .withoutEmail()
        .ofTeam(OTHER_TEAM)
        .with(SlackUser.Trait.STRANGER);
  }

  private static SlackUser bot() {
    return SlackUser.member(FakeSlack.BOT_USER, "mailbrake", "Mailbrake")
        .withoutEmail()
        .with(SlackUser.Trait.BOT);
  }
}
