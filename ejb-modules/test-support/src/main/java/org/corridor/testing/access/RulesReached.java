package org.corridor.testing.access;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Follows the calls of a context's code from an operation on, into every class that a call may end
 * in, and tells which rules of access they reach: a use case that forgets its rule is found here.
 */
final class RulesReached {

  private final JavaClasses classes;
  private final Class<?> ruleBook;
  private final Map<String, Class<?>> elsewhere;

  /**
   * @param elsewhere the names of rules that do not stand in the book, and where they do
   */
  RulesReached(String contextPackage, Class<?> ruleBook, Map<String, Class<?>> elsewhere) {
    this.classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(contextPackage);
    this.ruleBook = ruleBook;
    this.elsewhere = Map.copyOf(elsewhere);
  }

  /** The names of the rules. */
  Set<String> from(Method operation) {
    var found = new TreeSet<String>();
    var seen = new HashSet<JavaCodeUnit>();
    var next = new ArrayDeque<JavaCodeUnit>();
    next.add(
        classes
            .get(operation.getDeclaringClass())
            .getMethod(operation.getName(), operation.getParameterTypes()));
    while (!next.isEmpty()) {
      var unit = next.remove();
      if (seen.add(unit)) {
        targets(unit)
            .forEach(
                target -> {
                  if (isRule(target)) {
                    found.add(target.getName());
                  } else {
                    ends(target).forEach(next::add);
                  }
                });
      }
    }
    return found;
  }

  private boolean isRule(CodeUnitAccessTarget target) {
    var owner = elsewhere.getOrDefault(target.getName(), ruleBook);
    return target.getOwner().isEquivalentTo(owner);
  }

  private static Stream<CodeUnitAccessTarget> targets(JavaCodeUnit unit) {
    return Stream.concat(
        unit.getCallsFromSelf().stream().map(call -> call.getTarget()),
        Stream.concat(
            unit.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()),
            unit.getConstructorReferencesFromSelf().stream()
                .map(reference -> reference.getTarget())));
  }

  /** What runs then: the method itself, and what stands in for it in a subclass. */
  private Stream<JavaCodeUnit> ends(CodeUnitAccessTarget target) {
    var parameters = target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    var overriding =
        target.getOwner().getAllSubclasses().stream()
            .flatMap(
                type ->
                    type
                        .tryGetMethod(target.getName(), parameters.toArray(String[]::new))
                        .stream());
    return Stream.concat(target.resolveMember().stream(), overriding)
        .map(JavaCodeUnit.class::cast)
        .filter(unit -> classes.contain(unit.getOwner().getName()));
  }
}
