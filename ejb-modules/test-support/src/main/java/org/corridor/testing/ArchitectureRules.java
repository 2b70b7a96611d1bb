package org.corridor.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules of the house, each with its reason. */
public final class ArchitectureRules {

  private ArchitectureRules() {}

  /** Checks all rules on the classes of one context, such as {@code org.corridor.account}. */
  public static void check(String contextPackage) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(contextPackage);
    if (classes.isEmpty()) {
      throw new AssertionError("no classes in " + contextPackage);
    }
    for (var rule : rules(contextPackage)) {
      rule.allowEmptyShould(true).check(classes);
    }
  }

  private static List<ArchRule> rules(String context) {
    return List.of(
        noClasses()
            .that()
            .resideInAPackage(context + ".domain..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                context + ".domain..",
                "org.corridor.kernel..",
                "java.lang..",
                "java.util..",
                "java.time..",
                "java.math..",
                "java.security..",
                "java.nio.charset..")
            .because("the domain is plain Java and does no I/O (docs/adr/0001)"),
        noClasses()
            .that()
            .resideInAPackage(context + ".application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(context + ".infrastructure..", context + ".api..")
            .because("infrastructure serves the application, never the reverse (docs/adr/0001)"),
        noClasses()
            .that()
            .resideInAPackage(context + ".application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.ws.rs..", "jakarta.jms..")
            .because("use cases speak to ports, not to drivers (docs/adr/0001)"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Date|Calendar)|java\\.sql\\.Timestamp")
            .because("instants are java.time.Instant, in UTC"),
        classes()
            .should()
            .haveNameNotMatching(".*(Impl|Manager|Helper|Util|Utils)")
            .because("a name says what it is for (docs/adr/0001)"),
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("what is said goes to the log"),
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
  }
}
