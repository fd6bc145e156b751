package dev.mailbrake;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

/** Dependencies point inwards: mailbox ← command, policy ← request ← adapters ← the root. */
@AnalyzeClasses(packages = "dev.mailbrake", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String OURS = "dev.mailbrake.";
  private static final String[] ADAPTERS_SEE = {
    "mailbox", "command", "policy", "request", "config", "check"
  };
  private static final String[] COUNTING_ADAPTERS_SEE =
      Stream.concat(Stream.of(ADAPTERS_SEE), Stream.of("metrics")).toArray(String[]::new);

  @ArchTest static final ArchRule MAILBOX = only("mailbox").sees();
  @ArchTest static final ArchRule COMMAND = only("command").sees("mailbox");
  @ArchTest static final ArchRule POLICY = only("policy").sees("mailbox");
  @ArchTest static final ArchRule REQUEST = only("request").sees("mailbox", "command", "policy");
  @ArchTest static final ArchRule CONFIG = only("config").sees("mailbox", "command", "policy");
  @ArchTest static final ArchRule CHECK = only("check").sees();
  @ArchTest static final ArchRule LOG = only("log").sees();

  @ArchTest
  static final ArchRule METRICS = only("metrics").sees("mailbox", "command", "policy", "request");

  @ArchTest static final ArchRule JOB = only("job").sees(COUNTING_ADAPTERS_SEE);
  @ArchTest static final ArchRule SLACK = only("slack").sees(COUNTING_ADAPTERS_SEE);
  @ArchTest static final ArchRule ZOHO = only("zoho").sees(COUNTING_ADAPTERS_SEE);
  @ArchTest static final ArchRule STORE = only("store").sees(ADAPTERS_SEE);

  @ArchTest static final ArchRule EXPORT = only("export").sees("mailbox", "request");

  @ArchTest
  static final ArchRule OPS =
      only("ops").sees("mailbox", "command", "policy", "request", "config", "slack");

  @ArchTest
  static final ArchRule CLI =
      only("cli")
          .sees(
              "mailbox", "command", "policy", "request", "config", "check", "job", "slack", "zoho",
              "store", "export");

  @ArchTest
  static final ArchRule NOTHING_SEES_THE_ROOT =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.mailbrake")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.mailbrake")
          .because("the one composition root sees everything and is seen by nobody");

  @ArchTest
  static final ArchRule EVERY_PACKAGE_HAS_ITS_ARROWS =
      classes()
          .should()
          .resideInAnyPackage(
              Stream.concat(
                      Stream.of("dev.mailbrake", OURS + "job..", OURS + "slack..", OURS + "zoho.."),
                      Stream.of(
                              "mailbox", "command", "policy", "request", "config", "check", "store",
                              "ops", "export", "cli", "metrics", "log")
                          .map(name -> OURS + name + ".."))
                  .toArray(String[]::new))
          .because("a new package needs a rule here that says what it may see");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("dev.mailbrake.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a cycle of packages is one package with two names");

  @ArchTest
  static final ArchRule THE_CORE_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAnyPackage(OURS + "mailbox..", OURS + "command..", OURS + "policy..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              OURS + "mailbox..",
              OURS + "command..",
              OURS + "policy..",
              "java.lang..",
              "java.time..",
              "java.util..",
              "org.jspecify..")
          .because("what is decided can be tested without anything that runs");

  @ArchTest
  static final ArchRule THE_LIFE_OF_A_REQUEST_NEEDS_A_LOGGER_AT_MOST =
      classes()
          .that()
          .resideInAPackage(OURS + "request..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.mailbrake..", "java..", "org.slf4j..", "org.jspecify..")
          .because("Slack, Zoho and the database are behind its ports");

  @ArchTest static final ArchRule SLACK_TYPES = only("slack").uses("com.slack..");

  @ArchTest
  static final ArchRule METERS = only("metrics").uses("io.micrometer..", "io.prometheus..");

  @ArchTest static final ArchRule FEIGN_TYPES = only("zoho").uses("feign..");

  @ArchTest
  static final ArchRule TABLES = only("store").uses("org.jdbi..", "org.flywaydb..", "org.sqlite..");

  @ArchTest static final ArchRule SCHEDULER = only("job").uses("com.github.kagkarlsson..");
  @ArchTest static final ArchRule JETTY = only("ops").uses("org.eclipse.jetty..");

  @ArchTest
  static final ArchRule SQL =
      noClasses()
          .that()
          .resideOutsideOfPackages(OURS + "store..", OURS + "job..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .because("tables belong to the store, and jobs only bind to its connection");

  @ArchTest
  static final ArchRule NO_SANDBOX =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.mailbrake.sandbox..")
          .because("nothing in the bot knows whether Slack and Zoho are the real ones");

  @ArchTest
  static final ArchRule TIME_IS_AN_ARGUMENT =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.mailbrake")
          .should()
          .accessTargetWhere(
              describe("reads the machine's clock", ArchitectureTest::readsTheMachinesClock))
          .because("the composition root makes the one clock, and tests move another");

  @ArchTest
  static final ArchRule NO_DATE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Calendar")
          .because("a moment is an Instant");

  @ArchTest
  static final ArchRule NO_PRINTING =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.mailbrake")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("the program talks to its operator in one place; everything else is logged");

  @ArchTest
  static final ArchRule CLASSES_ARE_CALLED_WHAT_THEY_ARE =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Service|Controller)")
          .because("a class is called by a word of the domain");

  @ArchTest
  static final ArchRule FIELDS_ARE_CALLED_WHAT_THEY_ARE =
      noFields()
          .should()
          .haveNameMatching("(?i).*(manager|helper|utils?|impl)")
          .because("a field is called by a word of the domain");

  @ArchTest
  static final ArchRule METHODS_ARE_CALLED_WHAT_THEY_DO =
      noMethods()
          .should()
          .haveNameMatching("(?i).*(manager|helper|utils?|impl)")
          .because("a method is called by a word of the domain");

  @ArchTest
  static final ArchRule NOTHING_IS_EXTENDED =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .areNotAnonymousClasses()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("a port is an interface, and everything else is composed");

  private static boolean readsTheMachinesClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return (owner.startsWith("java.time.") && name.equals("now"))
        || (owner.equals("java.time.Clock")
            && (name.startsWith("system") || name.startsWith("tick")))
        || (owner.equals("java.lang.System")
            && Set.of("currentTimeMillis", "nanoTime").contains(name));
  }

  private static Arrows only(String name) {
    return new Arrows(name);
  }

  /** The arrows of one package. */
  private record Arrows(String name) {
    private String subtree() {
      return OURS + name + "..";
    }

    ArchRule sees(String... others) {
      String[] allowed =
          Stream.concat(Stream.of(subtree()), Stream.of(others).map(it -> OURS + it + ".."))
              .toArray(String[]::new);
      return noClasses()
          .that()
          .resideInAPackage(subtree())
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.mailbrake..").and(not(resideInAnyPackage(allowed))))
          .because(
              name + " sees only " + (others.length == 0 ? "itself" : String.join(", ", others)));
    }

    ArchRule uses(String... libraries) {
      return noClasses()
          .that()
          .resideOutsideOfPackage(subtree())
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(libraries)
          .because("only " + name + " speaks to the other party");
    }
  }
}
