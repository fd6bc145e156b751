package dev.mailbrake;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.mailbrake.request.model.ChangeRequest;
import java.net.IDN;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Dependencies point inward: mailbox ← command, policy ← request ← adapters ← the root. */
@AnalyzeClasses(packages = "dev.mailbrake", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String OURS = "dev.mailbrake.";
  private static final List<String> DOMAIN =
      List.of("text", "mailbox", "command", "policy", "audit");
  private static final List<String> BELOW_USE_CASES =
      plus(DOMAIN, "log", "request.model", "request.port", "request.wording");
  private static final List<String> ADAPTERS_SEE =
      plus(DOMAIN, "request", "config", "check", "log");

  /** Each package and everything it may depend on besides itself. */
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          entry("text", List.of()),
          entry("mailbox", List.of()),
          entry("command", List.of("mailbox", "text")),
          entry("policy", List.of("mailbox")),
          entry("audit", List.of("mailbox")),
          entry("request.model", plus(DOMAIN)),
          entry("request.port", plus(DOMAIN, "request.model")),
          entry("request.wording", plus(DOMAIN, "request.model")),
          entry("request.apply", plus(BELOW_USE_CASES)),
          entry("request.decide", plus(BELOW_USE_CASES, "request.apply")),
          entry("request.ask", plus(BELOW_USE_CASES, "request.decide")),
          entry("request.tell", plus(BELOW_USE_CASES, "request.decide")),
          entry("config", List.of("mailbox", "command", "policy")),
          entry("check", List.of("text")),
          entry("log", List.of("text")),
          entry("metrics", plus(DOMAIN, "request")),
          entry("store", plus(ADAPTERS_SEE)),
          entry("job", plus(ADAPTERS_SEE, "metrics")),
          entry("slack", plus(ADAPTERS_SEE, "metrics")),
          entry("slack.blocks", plus(DOMAIN, "request")),
          entry("slack.check", plus(ADAPTERS_SEE, "slack", "metrics")),
          entry("zoho", plus(ADAPTERS_SEE, "metrics")),
          entry("ops", plus(DOMAIN, "request", "config", "slack")),
          entry("cli", plus(ADAPTERS_SEE, "job", "slack", "zoho", "store")));

  @ArchTest
  static void eachPackageDependsOnlyOnWhatItMay(JavaClasses all) {
    ARROWS.forEach((name, others) -> only(name).sees(others).check(all));
  }

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
                      Stream.of("dev.mailbrake", OURS + "request"),
                      ARROWS.keySet().stream().map(Arrows::tree))
                  .toArray(String[]::new))
          .because("a new package needs a line above that says what it may see");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("dev.mailbrake.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a cycle of packages is one package with two names");

  @ArchTest
  static final ArchRule NO_CYCLES_OF_WINGS =
      slices()
          .matching("dev.mailbrake.(request.*)..")
          .should()
          .beFreeOfCycles()
          .because("the life of a request is read in one direction");

  @ArchTest
  static final ArchRule NOTHING_IN_SLACK_SEES_ITS_CHECK =
      noClasses()
          .that()
          .resideInAnyPackage(OURS + "slack", OURS + "slack.blocks..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(OURS + "slack.check..")
          .because("the check uses the adapter, and the adapter needs no check to work");

  @ArchTest
  static final ArchRule ONLY_THE_LIFE_OF_A_REQUEST_STEPS_IT =
      noClasses()
          .that()
          .resideOutsideOfPackage(OURS + "request..")
          .should()
          .callMethodWhere(
              describe(
                  "makes or steps a request",
                  call ->
                      call.getTargetOwner().isEquivalentTo(ChangeRequest.class)
                          && call.getTarget()
                              .resolveMember()
                              .filter(ArchitectureTest::isStep)
                              .isPresent()))
          .because("a request moves only as request.ask, decide and apply move it");

  @ArchTest
  static final ArchRule THE_CORE_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAnyPackage(
              OURS + "text..", OURS + "mailbox..", OURS + "command..", OURS + "policy..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      OURS + "text..",
                      OURS + "mailbox..",
                      OURS + "command..",
                      OURS + "policy..",
                      "java.lang..",
                      "java.time..",
                      "java.util..",
                      "org.jspecify..")
                  .or(equivalentTo(IDN.class)))
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

  private static boolean isStep(JavaMethod method) {
    return method.getRawReturnType().isEquivalentTo(ChangeRequest.class);
  }

  private static List<String> plus(List<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).toList();
  }

  private static Arrows only(String name) {
    return new Arrows(name);
  }

  /** The dependencies of one package. */
  private record Arrows(String name) {
    static String tree(String name) {
      return OURS + name + "..";
    }

    private String subtree() {
      return tree(name);
    }

    ArchRule sees(List<String> others) {
      String[] allowed = plus(others, name).stream().map(Arrows::tree).toArray(String[]::new);
      return noClasses()
          .that()
          .resideInAPackage(subtree())
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.mailbrake..").and(not(resideInAnyPackage(allowed))))
          .because(
              name + " sees only " + (others.isEmpty() ? "itself" : String.join(", ", others)));
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
