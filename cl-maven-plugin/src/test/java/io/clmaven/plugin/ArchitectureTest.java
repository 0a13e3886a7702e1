package io.clmaven.plugin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.maven.plugin.AbstractMojo;

@AnalyzeClasses(
    packages = "io.clmaven.plugin",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String RUNTIME = "io.clmaven.runtime";

  @ArchTest
  static final ArchRule touchesNoTensor =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule usesOnlyTheRecordsOfTheRuntime =
      noClasses()
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(RUNTIME + "..")
                  .and(
                      com.tngtech.archunit.base.DescribedPredicate.not(
                          JavaClass.Predicates.resideInAnyPackage(
                              RUNTIME + ".experiment.plan",
                              RUNTIME + ".experiment.result",
                              RUNTIME + ".worker.protocol",
                              RUNTIME + ".diagnostic",
                              RUNTIME + ".metric")))
                  .and(
                      com.tngtech.archunit.base.DescribedPredicate.describe(
                          "are no records of data files or settings",
                          type ->
                              !type.getName().startsWith(RUNTIME + ".data.DataFile")
                                  && !type.getName().startsWith(RUNTIME + ".data.Checksum")
                                  && !type.getName().equals(RUNTIME + ".data.DataStore")
                                  && !type.getName().equals(RUNTIME + ".component.Setting"))));

  @ArchTest
  static final ArchRule configKnowsOnlyTheJdk =
      classes()
          .that()
          .resideInAPackage("..plugin.config")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "io.clmaven.plugin.config");

  @ArchTest
  static final ArchRule decisionsKnowNoMaven =
      noClasses()
          .that()
          .resideInAnyPackage("..plugin.uptodate", "..plugin.check")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..");

  @ArchTest
  static final ArchRule nothingKnowsTheGoals =
      noClasses()
          .that()
          .resideOutsideOfPackages("..plugin.maven", "..plugin.cl_maven_plugin")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..plugin.maven");

  @ArchTest
  static final ArchRule layers =
      noClasses()
          .that()
          .resideInAnyPackage("..plugin.fork", "..plugin.data", "..plugin.uptodate")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..plugin.train", "..plugin.progress", "..plugin.report");

  @ArchTest
  static final ArchRule goalsAreNamedMojo =
      classes()
          .that()
          .areAssignableTo(AbstractMojo.class)
          .and()
          .resideInAPackage("..plugin.maven")
          .should()
          .haveSimpleNameEndingWith("Mojo");
}
