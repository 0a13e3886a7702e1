package io.clmaven.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import io.clmaven.runtime.data.Checksum;
import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.data.DataStore;
import java.util.List;

/** The rooms of the runtime and the arrows between them. */
@AnalyzeClasses(packages = "io.clmaven.runtime", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String BASE = "io.clmaven.runtime.";

  /** From top to bottom. */
  private static final List<String> ROOMS =
      List.of(
          "worker",
          "experiment",
          "method",
          "benchmark",
          "data",
          "metric",
          "optimizer",
          "model",
          "engine",
          "random",
          "component",
          "diagnostic",
          "state");

  private static final DescribedPredicate<JavaClass> ROOMS_AND_RECORDS =
      or(
          resideInAnyPackage(
              BASE + "experiment.plan",
              BASE + "experiment.result",
              BASE + "worker.protocol",
              BASE + "metric",
              BASE + "component",
              BASE + "diagnostic",
              BASE + "state"),
          belongToAnyOf(Checksum.class, DataFile.class, DataStore.class));

  /** What the plugin loads without the tensor libraries; an array counts as what it holds. */
  private static final DescribedPredicate<JavaClass> SHARED_WITH_THE_PLUGIN =
      describe(
          "are shared with the plugin",
          type -> ROOMS_AND_RECORDS.test(type.getBaseComponentType()));

  @ArchTest
  static final ArchRule everyClassLivesInARoom =
      classes().should().resideInAnyPackage(packages(ROOMS));

  @ArchTest static final ArchRule arrowsPointDown = arrowsPointDown();

  @ArchTest
  static final ArchRule roomsAndTheirCornersAreFreeOfCycles =
      slices().matching(BASE + "(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theSharedPartNeedsNoTensorLibrary =
      classes()
          .that(SHARED_WITH_THE_PLUGIN)
          .should()
          .onlyDependOnClassesThat(
              or(SHARED_WITH_THE_PLUGIN, resideInAnyPackage("java..", "com.fasterxml.jackson..")));

  @ArchTest
  static final ArchRule onlyTheWorkerSpeaksToTheConsole =
      noClasses().that().resideOutsideOfPackage(BASE + "worker").should(ACCESS_STANDARD_STREAMS);

  /** DL4J's dropout draws from ND4J's generator, which its engine seeds from a named stream. */
  @ArchTest
  static final ArchRule randomNumbersComeFromNamedStreams =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "random")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.commons.rng..", "org.apache.commons.math3.random..")
          .orShould()
          .callMethod(Math.class, "random");

  private static ArchRule arrowsPointDown() {
    ArchRule rule = null;
    for (int i = 1; i < ROOMS.size(); i++) {
      ArchRule room =
          noClasses()
              .that()
              .resideInAPackage(BASE + ROOMS.get(i) + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(packages(ROOMS.subList(0, i)))
              .allowEmptyShould(true);
      rule = rule == null ? room : CompositeArchRule.of(rule).and(room);
    }
    return rule;
  }

  private static String[] packages(List<String> rooms) {
    return rooms.stream().map(room -> BASE + room + "..").toArray(String[]::new);
  }
}
