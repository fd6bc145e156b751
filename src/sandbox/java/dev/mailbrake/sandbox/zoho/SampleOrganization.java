package dev.mailbrake.sandbox.zoho;

import java.util.List;

/**
 * Zylker, the organisation of Zoho's own samples. The zuids of Rebecca and Paula are above 2^53 and
 * differ by one, so that a client that reads numbers as doubles takes one for the other.
 */
public final class SampleOrganization {

  public static final long ZOID = 76006415L;
  public static final String DOMAIN = "zylker.com";

  /** The super administrator, who made the refresh token. */
  public static final String OWNER = "olivia@zylker.com";

  public static final String ADMIN = "amara@zylker.com";
  public static final String REBECCA = "rebecca@zylker.com";

  /** An alias of {@link #REBECCA}. */
  public static final String SALES = "sales@zylker.com";

  public static final String PAULA = "paula@zylker.com";

  /** Blocked from the beginning. */
  public static final String BLOCKED = "boris@zylker.com";

  /** Healthy, though the record has {@code status: false} and no {@code lastLogin}. */
  public static final String NEVER_SIGNED_IN = "nadia@zylker.com";

  public static final String TARIQ = "tariq@zylker.com";

  private SampleOrganization() {}

  /** Seven people. */
  public static List<ZohoAccount> accounts() {
    return List.of(
        ZohoAccount.member(9007199254741811L, "2560636000000008001", OWNER, "Olivia", "Okafor")
            .role(ZohoRole.SUPER_ADMIN),
        ZohoAccount.member(9007199254741821L, "2560636000000008011", ADMIN, "Amara", "Diallo")
            .role(ZohoRole.ADMIN),
        ZohoAccount.member(9007199254740992L, "2560636000000008002", REBECCA, "Rebecca", "Anderson")
            .aliases(SALES),
        ZohoAccount.member(9007199254740993L, "2560636000000008003", PAULA, "Paula", "Souza"),
        ZohoAccount.member(9007199254741001L, "2560636000000008021", BLOCKED, "Boris", "Horvat")
            .outgoingBlocked(true),
        ZohoAccount.member(
                9007199254741011L, "2560636000000008031", NEVER_SIGNED_IN, "Nadia", "Rahman")
            .with("status", false)
            .without("lastLogin"),
        ZohoAccount.member(9007199254741021L, "2560636000000008041", TARIQ, "Tariq", "Aziz")
            .displayName("Tariq <Billing & Support>"));
  }
}
