package io.clmaven.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.preset.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of hyper-parameters of the papers, as their official code has them: a row is a
 * setting, a column a preset, '-' a setting that is not there.
 */
class PresetTablesTest {

  private static final List<String> GPM =
      List.of("gpm-pmnist", "gpm-cifar100", "gpm-superclass", "gpm-5datasets");
  private static final List<String> FS_DGPM =
      List.of("fs-dgpm-pmnist", "fs-dgpm-cifar100", "fs-dgpm-superclass", "fs-dgpm-tinyimagenet");
  private static final List<String> LANDSCAPES = List.of("landscape-er", "landscape-fs-er");

  @TempDir Path directory;

  private final ExperimentReader reader = new ExperimentReader();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          benchmark.tasks                 | 10             | 10                           | 20              | -
          benchmark.validation            | 0.1            | 0.05                         | 0.05            | 0.05
          benchmark.holdout               | first          | numpy                        | -               | -
          benchmark.holdoutSeed           | -              | -                            | fixed           | -
          benchmark.taskOrder             | -              | -                            | 0               | -
          benchmark.layout                | -              | -                            | scrambled       | -
          benchmark.classOrder            | -              | labels                       | -               | -
          benchmark.identityFirst         | false          | -                            | -               | -
          benchmark.permutations          | gpm            | -                            | -               | -
          benchmark.mean                  | [0.1307]       | [0.49137255,0.48235294,0.44666667] | -         | -
          benchmark.deviation             | [0.3081]       | [0.24705882,0.24352941,0.26156863] | -         | -
          benchmark.augmentation          | -              | -                            | -               | -
          benchmark.dataSets.0            | -              | -                            | -               | {"dataSet":{"name":"cifar10"},"mean":[0.49137255,0.48235294,0.44666667],"deviation":[0.24705882,0.24352941,0.26156863]}
          benchmark.dataSets.1            | -              | -                            | -               | {"dataSet":{"name":"mnist"},"mean":[0.1],"deviation":[0.2752]}
          benchmark.dataSets.2            | -              | -                            | -               | {"dataSet":{"name":"svhn"},"mean":[0.4377,0.4438,0.4728],"deviation":[0.198,0.201,0.197]}
          benchmark.dataSets.3            | -              | -                            | -               | {"dataSet":{"name":"fashion-mnist"},"mean":[0.219],"deviation":[0.3318]}
          benchmark.dataSets.4            | -              | -                            | -               | {"dataSet":{"name":"notmnist"},"mean":[0.4254],"deviation":[0.4501]}
          model.name                      | mlp            | alexnet                      | lenet           | small-resnet-18
          model.hidden                    | [100,100]      | -                            | -               | -
          model.width                     | -              | -                            | -               | 20
          model.bias                      | false          | false                        | -               | -
          model.normalization             | -              | all                          | local-response  | -
          model.statistics                | -              | batch                        | running         | batch
          model.dropout                   | 0.0            | [0.2,0.2,0.5,0.5,0.5]        | -               | -
          model.gain                      | 1.0            | -                            | 6.0             | -
          method.name                     | gpm            | gpm                          | gpm             | gpm
          method.threshold                | [0.95,0.99,0.99] | [0.97]                     | [0.98]          | [0.965]
          method.thresholdIncrement       | 0.0            | 0.003                        | 0.001           | 0.0
          method.samples                  | 300            | 125                          | 125             | 100
          method.samplesPerLayer          | []             | [24,100,100,125,125]         | [24,100,125,125] | [10,10,10,10,10,10,10,10,10,50,50,50,50,100,100,100,100,100,100,100]
          training.epochs                 | 5              | 200                          | 50              | 100
          training.batchSize              | 10             | 64                           | 64              | 64
          training.evaluationBatchSize    | 1000           | 64                           | 64              | 64
          training.optimizer.learningRate | 0.01           | 0.01                         | 0.01            | 0.1
          training.optimizer.momentum     | 0.0            | 0.0                          | 0.0             | 0.0
          training.optimizer.weightDecay  | 0.0            | 0.0                          | 0.0             | 0.0
          training.schedule.patience      | -              | 6                            | 6               | 5
          training.schedule.factor        | -              | 2.0                          | 2.0             | 3.0
          training.schedule.minimum       | -              | 1.0E-5                       | 1.0E-5          | 0.001
          training.schedule.restart       | -              | false                        | false           | false
          seeds                           | [1,2,3,4,5]    | [1,2,3,4,5]                  | [1,2,3,4,5]     | [37,38,39,40,41]
          """)
  void gpmHasTheOfficialSettings(ArgumentsAccessor row) throws IOException {
    check(GPM, row);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          benchmark.tasks                 | 20             | 10                           | 20              | 40
          benchmark.classesPerTask        | -              | -                            | -               | 5
          benchmark.dataSet.name          | mnist          | cifar100                     | cifar100        | tiny-imagenet-200
          benchmark.trainingSamples       | 1000           | -                            | -               | -
          benchmark.sampling              | torch          | -                            | -               | -
          benchmark.permutations          | gem            | -                            | -               | -
          benchmark.validation            | 0.0            | 0.05                         | 0.05            | 0.1
          benchmark.holdout               | first          | numpy                        | -               | per-class
          benchmark.holdoutSeed           | -              | -                            | run             | -
          benchmark.taskOrder             | -              | -                            | 0               | -
          benchmark.layout                | -              | -                            | scrambled       | -
          benchmark.classOrder            | -              | labels                       | -               | python
          benchmark.mean                  | [0.0]          | [0.49137255,0.48235294,0.44666667] | -         | [0.485,0.456,0.406]
          benchmark.deviation             | [1.0]          | [0.24705882,0.24352941,0.26156863] | -         | [0.229,0.224,0.225]
          benchmark.augmentation          | -              | -                            | -               | {"padding":4,"flip":true}
          model.name                      | mlp            | alexnet                      | lenet           | strided-convnet
          model.hidden                    | [100,100]      | -                            | -               | 640
          model.filters                   | -              | -                            | -               | 160
          model.bias                      | false          | false                        | -               | -
          model.normalization             | -              | second                       | batch           | -
          model.statistics                | -              | running                      | running         | -
          model.dropout                   | 0.0            | [0.2,0.2,0.5,0.5,0.5]        | -               | -
          model.gain                      | 1.0            | -                            | 1.0             | -
          method.name                     | fs-dgpm        | fs-dgpm                      | fs-dgpm         | fs-dgpm
          method.innerBatches             | 2              | 2                            | 2               | 2
          method.glances                  | 5              | 1                            | 1               | 1
          method.eta1                     | 0.05           | 0.001                        | 0.01            | 0.001
          method.eta2                     | 0.01           | 0.01                         | 0.01            | 0.01
          method.lambdaInit               | 1.0            | 1.0                          | 1.0             | 1.0
          method.temperature              | 10.0           | 10.0                         | 10.0            | 10.0
          method.softWeights              | official       | official                     | official        | official
          method.memories                 | 200            | 1000                         | 1000            | 400
          method.memoryBatchSize          | 300            | 125                          | 125             | 200
          method.threshold                | 0.99           | 0.97                         | 0.98            | 0.9
          method.thresholdIncrement       | 5.0E-4         | 0.003                        | 0.001           | 0.0025
          method.thresholdMaximum         | 0.99999999999  | 0.99999999999                | 0.99999999999   | 0.99999999999
          method.gradientClip             | 2.0            | 2.0                          | 2.0             | 2.0
          method.secondOrder              | false          | true                         | true            | false
          method.freezeBatchNorm          | false          | false                        | true            | false
          training.epochs                 | 1              | 50                           | 50              | 10
          training.batchSize              | 10             | 64                           | 64              | 10
          training.evaluationBatchSize    | 1000           | 64                           | 64              | 64
          training.optimizer.learningRate | 0.01           | 0.01                         | 0.01            | 0.01
          training.optimizer.momentum     | 0.9            | 0.9                          | 0.9             | 0.9
          training.optimizer.weightDecay  | 0.0            | 0.0                          | 0.0             | 0.0
          training.schedule.patience      | -              | 6                            | 6               | -
          training.schedule.factor        | -              | 2.0                          | 2.0             | -
          training.schedule.minimum       | -              | 1.0E-5                       | 1.0E-5          | -
          training.schedule.restart       | -              | true                         | true            | -
          seeds                           | [0,1,2,3,4]    | [0,1,2,3,4]                  | [0,1,2,3,4]     | [0,1,2,3,4]
          """)
  void fsDgpmHasTheOfficialSettings(ArgumentsAccessor row) throws IOException {
    check(FS_DGPM, row);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          benchmark.tasks                    | 10        | 10
          benchmark.permutations             | gpm       | gpm
          benchmark.validation               | 0.1       | 0.1
          benchmark.holdout                  | numpy     | numpy
          benchmark.trainingSamples          | 53999     | 53999
          benchmark.sampling                 | first     | first
          benchmark.mean                     | [0.1307]  | [0.1307]
          benchmark.deviation                | [0.3081]  | [0.3081]
          model.hidden                       | [100,100] | [100,100]
          model.bias                         | false     | false
          method.name                        | er        | fs-er
          method.memories                    | 1000      | 1000
          method.glances                     | 1         | 1
          method.gradientClip                | 2.0       | 2.0
          method.innerBatches                | -         | 1
          method.eta1                        | -         | 0.01
          method.secondOrder                 | -         | false
          training.epochs                    | 10        | 10
          training.batchSize                 | 10        | 10
          training.optimizer.learningRate    | 0.005     | 0.001
          training.optimizer.momentum        | 0.9       | 0.9
          training.schedule                  | -         | -
          analysis.loss-landscape.directions | 10        | 10
          analysis.loss-landscape.minimum    | -1.0      | -1.0
          analysis.loss-landscape.maximum    | 1.0       | 1.0
          analysis.loss-landscape.step       | 0.02      | 0.02
          analysis.loss-landscape.samples    | 53999     | 53999
          analysis.loss-landscape.tasks      | learnt    | learnt
          seeds                              | [0]       | [0]
          """)
  void landscapesHaveTheOfficialSettings(ArgumentsAccessor row) throws IOException {
    check(LANDSCAPES, row);
  }

  private void check(List<String> presets, ArgumentsAccessor row) throws IOException {
    SoftAssertions all = new SoftAssertions();
    for (int i = 0; i < presets.size(); i++) {
      all.assertThat(value(presets.get(i), row.getString(0)))
          .as(presets.get(i))
          .isEqualTo(row.getString(i + 1));
    }
    all.assertAll();
  }

  private String value(String preset, String path) throws IOException {
    Files.writeString(directory.resolve("a.yaml"), "extends: " + Preset.PREFIX + preset);
    ExperimentReader.Reading reading = reader.read(directory, "a.yaml");
    assertThat(reading.problems()).isEmpty();
    JsonNode node =
        reader.toConfiguration(reading.experiment().orElseThrow()).at("/" + path.replace('.', '/'));
    if (node.isMissingNode()) {
      return null;
    }
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
