package dev.mailbrake.sandbox.zoho;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Zylker, the organization in Zoho's own samples. The zuids of Rebecca and Paula are above 2^53 and
 * differ by one, so a client that reads numbers as doubles confuses them.
 */
public final class SampleOrganization {

  public static final long ZOID = 76006415L;
  public static final String DOMAIN = "zylker.com";

  /** The super administrator, who created the refresh token. */
  public static final String OWNER = "olivia@zylker.com";

  public static final String ADMIN = "amara@zylker.com";
  public static final String REBECCA = "rebecca@zylker.com";

  /** An alias of {@link #REBECCA}. */
  public static final String SALES = "sales@zylker.com";

  public static final String PAULA = "paula@zylker.com";

  /** Blocked from the start. */
  public static final String BLOCKED = "boris@zylker.com";

  /** Healthy, though the record has {@code status: false} and no {@code lastLogin}. */
  public static final String NEVER_SIGNED_IN = "nadia@zylker.com";

  public static final String TARIQ = "tariq@zylker.com";

  private SampleOrganization() {}

  /** Special accounts first, then enough colleagues to try ten at once. */
  public static List<ZohoAccount> accounts() {
    return Stream.concat(special().stream(), colleagues().stream()).toList();
  }

  private static List<ZohoAccount> special() {
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
        ZohoAccount.member(9007199254741021L, "2560636000000008041", TARIQ, "Tariq", "Haddad")
            .displayName("Tariq <Billing & Support>"));
  }

  /** Three of them are people whom the user of the sandbox's page can act as. */
  private static List<ZohoAccount> colleagues() {
    return List.of(
        colleague(1, "Hannah", "Weber"),
        colleague(2, "Diego", "Ramos"),
        colleague(3, "Mei", "Chen"),
        colleague(4, "Lucas", "Martin"),
        colleague(5, "Priya", "Nair"),
        colleague(6, "Samuel", "Adeyemi"),
        colleague(7, "Elena", "Petrova"),
        colleague(8, "Jonas", "Larsen"),
        colleague(9, "Fatima", "Benali"),
        colleague(10, "Carlos", "Mendes"),
        colleague(11, "Ada", "Lovelace"),
        colleague(12, "Grace", "Hopper"),
        colleague(13, "Nils", "Lindqvist"));
  }

  private static ZohoAccount colleague(int number, String first, String last) {
    String address = first.toLowerCase(Locale.ROOT) + "@" + DOMAIN;
    String accountId = "2560636000000008%03d".formatted(500 + number);
    return ZohoAccount.member(9007199254742000L + number, accountId, address, first, last);
  }
}
