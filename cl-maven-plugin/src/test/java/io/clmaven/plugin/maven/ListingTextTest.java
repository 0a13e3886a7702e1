package io.clmaven.plugin.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.worker.protocol.Listing;
import io.clmaven.runtime.worker.protocol.Listing.Item;
import io.clmaven.runtime.worker.protocol.Listing.Kind;
import io.clmaven.runtime.worker.protocol.Listing.SettingLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTextTest {

  private static final Listing LISTING =
      new Listing(
          List.of(
              new Kind(
                  "methods",
                  List.of(
                      new Item(
                          "gpm",
                          "Gradient projection memory.",
                          "Saha et al., ICLR 2021",
                          "cl-runtime.jar",
                          List.of("scenarios: task\nand domain"),
                          List.of(
                              new SettingLine(
                                  "threshold", "list of numbers", "required", "(0, 1]", "Energy."),
                              new SettingLine("samples", "integer", "300", "", "Samples.")),
                          Listing.NO_TWIN),
                      new Item(
                          "naive",
                          "Just trains.",
                          "",
                          "cl-runtime.jar",
                          List.of(),
                          List.of(),
                          Listing.NO_TWIN))),
              new Kind(
                  "models",
                  List.of(
                      new Item(
                          "mlp", "Layers.", "", "x.jar", List.of(), List.of(), Listing.NO_TWIN))),
              new Kind("presets", List.of(preset("gpm-pmnist"), twin("gpm-pmnist")))));

  private static Item preset(String name) {
    return preset(name, Listing.NO_TWIN);
  }

  private static Item twin(String name) {
    return preset(name + "-small", "preset/" + name);
  }

  private static Item preset(String name, String twinOf) {
    return new Item(
        "preset/" + name, "Permuted MNIST.", "", "cl-runtime.jar", List.of(), List.of(), twinOf);
  }

  @Test
  void hasOneLineForEachThing() {
    assertThat(ListingText.all(LISTING))
        .containsExactly(
            "",
            "methods",
            "  gpm    Gradient projection memory.",
            "  naive  Just trains.",
            "",
            "models",
            "  mlp  Layers.",
            "",
            "presets",
            "  preset/gpm-pmnist  Permuted MNIST.",
            "",
            "Small twins of presets, for a first try, are not listed; most are called preset/<name>-small.",
            "All parameters of one: mvn cl:list -Dcl.name=<name>");
  }

  @Test
  void leavesOutTwinsWhateverTheirNames() {
    Listing listing =
        new Listing(
            List.of(
                new Kind(
                    "presets",
                    List.of(
                        preset("gpm-pmnist"),
                        twin("gpm-pmnist"),
                        preset("lone-small"),
                        preset("own"))),
                new Kind("sweeps", List.of(preset("grid-own")))));
    assertThat(ListingText.all(listing))
        .containsExactly(
            "",
            "presets",
            "  preset/gpm-pmnist  Permuted MNIST.",
            "  preset/lone-small  Permuted MNIST.",
            "  preset/own         Permuted MNIST.",
            "",
            "sweeps",
            "  preset/grid-own  Permuted MNIST.",
            "",
            "Small twins of presets, for a first try, are not listed; most are called preset/<name>-small.",
            "All parameters of one: mvn cl:list -Dcl.name=<name>");
  }

  @Test
  void saysNothingOfTwinsWhereThereAreNone() {
    Listing listing = new Listing(List.of(new Kind("presets", List.of(preset("own")))));
    assertThat(ListingText.all(listing))
        .containsExactly(
            "",
            "presets",
            "  preset/own  Permuted MNIST.",
            "",
            "All parameters of one: mvn cl:list -Dcl.name=<name>");
  }

  @Test
  void showsEverythingAboutOne() {
    assertThat(ListingText.one(LISTING, "gpm"))
        .containsExactly(
            "",
            "gpm (methods): Gradient projection memory.",
            "  source: Saha et al., ICLR 2021",
            "  found in: cl-runtime.jar",
            "  scenarios: task",
            "  and domain",
            "  parameters:",
            "    threshold: list of numbers, required, range (0, 1]",
            "      Energy.",
            "    samples: integer, default 300",
            "      Samples.");
  }

  @Test
  void showsAPresetByItsNameAlone() {
    List<String> lines = ListingText.one(LISTING, "gpm-pmnist-small");

    assertThat(lines).isEqualTo(ListingText.one(LISTING, "preset/gpm-pmnist-small"));
    assertThat(lines).contains("preset/gpm-pmnist-small (presets): Permuted MNIST.");
  }

  @Test
  void refusesAnUnknownName() {
    assertThatThrownBy(() -> ListingText.one(LISTING, "gpn"))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot show 'gpn' of cl.name: nothing has that name. Did you mean 'gpm'? `mvn cl:list`"
                + " shows the names.");
  }
}
