package dev.mailbrake.sandbox.slack;

import java.util.Set;

/**
 * The workspace that every test and the sandbox start with, and the ids of who and what is in it.
 */
public final class SampleWorkspace {

  /** An approver. */
  public static final String ADA = "U0ADA00001";

  /** An approver, through the user group {@link #ON_CALL}. */
  public static final String GRACE = "U0GRACE001";

  /** A full member who approves nothing. */
  public static final String NILS = "U0NILS0001";

  /** A guest. */
  public static final String GUSTAV = "U0GUSTAV01";

  /** Somebody who has left; the account is deactivated. */
  public static final String DORA = "U0DORA0001";

  /** Somebody from another workspace, in {@link #MAIL_SECURITY} through Slack Connect. */
  public static final String STEVE = "U0STEVE001";

  /** The user group with Grace in it. */
  public static final String ON_CALL = "S0ONCALL01";

  /** The channel {@code #mail-security}, with the bot in it. */
  public static final String MAIL_SECURITY = "C0MAILSEC1";

  /** The channel {@code #mail-audit}, with the bot in it. */
  public static final String MAIL_AUDIT = "C0AUDIT001";

  /** The channel {@code #random}, without the bot. */
  public static final String RANDOM = "C0RANDOM01";

  private static final String OTHER_TEAM = "T0PARTNER1";

  private SampleWorkspace() {}

  static void fill(Workspace workspace) {
    workspace.put(SlackUser.member(ADA, "ada", "Ada Lovelace"));
    workspace.put(SlackUser.member(GRACE, "grace", "Grace Hopper"));
    workspace.put(SlackUser.member(NILS, "nils", "Nils Niemand"));
    workspace.put(
        SlackUser.member(GUSTAV, "gustav", "Gustav Gast").with(SlackUser.Trait.RESTRICTED));
    workspace.put(SlackUser.member(DORA, "dora", "Dora Dahin").with(SlackUser.Trait.DELETED));
    workspace.put(stranger());
    workspace.put(bot());
    workspace.put(UserGroup.of(ON_CALL, "on-call", GRACE));
    Set<String> everybody = Set.of(ADA, GRACE, NILS, GUSTAV, DORA);
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
    return SlackUser.member(STEVE, "steve", "Steve Stranger")
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
