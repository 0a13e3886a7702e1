package io.clmaven.runtime.worker.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.worker.protocol.Listing;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListerTest {

  private final Listing listing = new Lister(getClass().getClassLoader()).list();

  @Test
  void listsAllKinds() {
    assertThat(listing.kinds())
        .extracting(Listing.Kind::name)
        .containsExactly(
            "methods",
            "benchmarks",
            "models",
            "optimizers",
            "data sets",
            "analyses",
            "metrics",
            "presets",
            "sweeps",
            "settings");
  }

  @Test
  void namesTheComponentsOfThisModule() {
    assertThat(names("methods")).contains("gpm", "joint", "naive");
    assertThat(names("benchmarks"))
        .contains("permuted-mnist", "rotated-mnist", "split-fashion-mnist", "split-mnist");
    assertThat(names("models"))
        .contains(
            "alexnet",
            "convnet",
            "dl4j",
            "gated-convnet",
            "lenet",
            "mlp",
            "reduced-resnet-18",
            "resnet-18",
            "small-resnet-18",
            "strided-convnet");
    assertThat(names("optimizers")).contains("sgd");
    assertThat(names("data sets")).contains("fashion-mnist", "mnist");
    assertThat(names("analyses")).contains("loss-landscape");
    assertThat(names("presets")).contains("preset/gpm-pmnist");
  }

  @Test
  void describesTheSettingsOfAComponent() {
    assertThat(item("optimizers", "sgd").settings())
        .contains(
            new Listing.SettingLine("learningRate", "number", "required", "(0, inf)", "Step size."),
            new Listing.SettingLine(
                "momentum", "number", "0", "[0, 1)", "Share of the last update that goes on."));
    assertThat(item("models", "mlp").settings().get(0))
        .isEqualTo(
            new Listing.SettingLine(
                "hidden",
                "list of integers",
                "[100, 100]",
                "[1, inf)",
                "Sizes of the hidden layers."));
  }

  @Test
  void describesTheSettingsOfAGroupByTheirPaths() {
    assertThat(settings("benchmarks", "split", "augmentation"))
        .containsExactly(
            new Listing.SettingLine(
                "augmentation.padding",
                "integer",
                "0",
                "[0, inf)",
                "Black pixels around an image before a crop of the size of the image is taken at"
                    + " random."),
            new Listing.SettingLine(
                "augmentation.flip",
                "true or false",
                "false",
                "",
                "Whether an image is mirrored from left to right with probability one half."));
  }

  @Test
  void describesTheSettingsOfAListOfGroups() {
    assertThat(settings("benchmarks", "five-datasets", "dataSets[]"))
        .containsExactly(
            new Listing.SettingLine(
                "dataSets[].dataSet", "data set", "required", "", "Data set of the task."),
            new Listing.SettingLine(
                "dataSets[].mean",
                "list of numbers",
                "[0]",
                "",
                "Subtracted from pixels of 0 to 1; one value or one per channel."),
            new Listing.SettingLine(
                "dataSets[].deviation",
                "list of numbers",
                "[1]",
                "(0, inf)",
                "What the difference is divided by; one value or one per channel."));
  }

  @Test
  void everySettingOfThisModuleIsDescribed() {
    assertThat(listing.kinds())
        .flatExtracting(Listing.Kind::items)
        .flatExtracting(Listing.Item::settings)
        .allSatisfy(setting -> assertThat(setting.effect()).endsWith("."));
  }

  @Test
  void saysWhatAMethodCanDoAndWhereItComesFrom() {
    assertThat(item("methods", "naive").notes()).containsExactly("Scenarios: task, domain, class");
    assertThat(item("methods", "naive").origin()).endsWith("classes/");
  }

  @Test
  void showsTheFormulaOfAMetric() {
    assertThat(item("metrics", "accuracy").notes())
        .containsExactly("(1/T) * sum over j of A(T-1, j)");
  }

  @Test
  void showsTheTextOfAPreset() {
    Listing.Item preset = item("presets", "preset/naive-pmnist");
    assertThat(preset.summary())
        .isEqualTo(
            "Lower bound for gpm-pmnist: the same benchmark, network and training without any"
                + " method.");
    assertThat(preset.notes()).contains("extends: preset/gpm-pmnist", "method: naive");
  }

  @Test
  void showsTheTextOfASweep() {
    Listing.Item sweep = item("sweeps", "preset/grid-ewc-cub");
    assertThat(sweep.summary()).isNotEmpty();
    assertThat(sweep.notes()).contains("experiment: preset/ewc-cub");
    assertThat(names("sweeps")).hasSize(44);
  }

  private List<Listing.SettingLine> settings(String kind, String name, String group) {
    return item(kind, name).settings().stream()
        .filter(setting -> setting.name().startsWith(group + "."))
        .toList();
  }

  private List<String> names(String kind) {
    return items(kind).stream().map(Listing.Item::name).toList();
  }

  private Listing.Item item(String kind, String name) {
    return items(kind).stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }

  private List<Listing.Item> items(String kind) {
    return listing.kinds().stream()
        .filter(k -> k.name().equals(kind))
        .findFirst()
        .orElseThrow()
        .items();
  }
}
