package io.clmaven.runtime.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnknownComponentsTest {

  private static final Catalogues CATALOGUES =
      new Catalogues(UnknownComponentsTest.class.getClassLoader());

  @Test
  void saysThatTheNameOfAMethodIsAnOptimizer() {
    assertThat(message(Kind.METHOD, "tag-rmsprop"))
        .isEqualTo(
            "Unknown method 'tag-rmsprop'. It is an optimizer: write it as"
                + " 'training: {optimizer: {name: tag-rmsprop, ...}}'.");
  }

  @Test
  void saysThatTheNameOfAnOptimizerIsAMethod() {
    assertThat(message(Kind.OPTIMIZER, "ewc"))
        .isEqualTo(
            "Unknown optimizer 'ewc'. It is a method: write it as 'method: {name: ewc, ...}'.");
  }

  @Test
  void saysThatTheNameOfABenchmarkIsADataSet() {
    assertThat(message(Kind.BENCHMARK, "cifar100"))
        .isEqualTo(
            "Unknown benchmark 'cifar100'. It is a data set: write it as"
                + " 'benchmark: {dataSet: {name: cifar100, ...}, ...}'.");
  }

  @Test
  void namesAllComponentsOfAnotherKindThatBeginSo() {
    assertThat(message(Kind.METHOD, "tag"))
        .isEqualTo(
            "Unknown method 'tag'. 'tag-adagrad', 'tag-adam' and 'tag-rmsprop' are optimizers:"
                + " write one as 'training: {optimizer: {name: tag-adagrad, ...}}'.");
  }

  @Test
  void namesTheOnlyComponentOfAnotherKindThatBeginsSo() {
    assertThat(message(Kind.METHOD, "rms"))
        .isEqualTo(
            "Unknown method 'rms'. 'rmsprop' is an optimizer: write it as"
                + " 'training: {optimizer: {name: rmsprop, ...}}'.");
  }

  @Test
  void suggestsAllComponentsThatBeginSo() {
    assertThat(message(Kind.OPTIMIZER, "tag"))
        .isEqualTo(
            "Unknown optimizer 'tag'. Did you mean 'tag-adagrad', 'tag-adam' or 'tag-rmsprop'?");
  }

  @Test
  void suggestsTheNearestOfTheSameKind() {
    assertThat(message(Kind.OPTIMIZER, "adamm"))
        .isEqualTo("Unknown optimizer 'adamm'. Did you mean 'adam'?");
  }

  @Test
  void listsWhatIsKnownWhereNothingIsNear() {
    assertThat(message(Kind.OPTIMIZER, "lion"))
        .isEqualTo(
            "Unknown optimizer 'lion'. Known optimizers: adagrad, adam, adamw, rmsprop, sgd,"
                + " tag-adagrad, tag-adam, tag-rmsprop.");
  }

  private static String message(Kind kind, String name) {
    return new UnknownComponents(kind, CATALOGUES).message(name);
  }
}
