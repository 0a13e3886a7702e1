package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.clmaven.runtime.component.Catalogue;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packs the real stand-ins where {@code -Dcl.data.mirror} names a folder that has them. */
class StandInsTest {

  @TempDir Path cache;

  @ParameterizedTest
  @CsvSource({
    "notmnist-10k, 800, 200",
    "cifar10-jpeg, 5000, 1000",
    "tiny100-32, 250, 50",
    "tiny-imagenet-200-half, 250, 50"
  })
  void haveAsManyImagesOfEachClassAsDocumented(String name, int train, int test)
      throws IOException {
    String mirror = System.getProperty("cl.data.mirror", "");
    assumeThat(mirror).isNotEmpty();
    DataStore store = new DataStore(cache);
    DataSet dataSet = Catalogue.of(DataSet.class).find(name).orElseThrow().factory().get();
    for (DataFile file : dataSet.files(new Declaration.None())) {
      fetch(Path.of(mirror).resolve(file.path()), file, store);
    }

    PackedDataSet packed = dataSet.open(new Declaration.None(), store);

    assertThat(dataSet.form(new Declaration.None()))
        .contains(new ImageForm(packed.shape(), packed.classes().size()));
    assertThat(dataSet.trainingImages(new Declaration.None()))
        .contains(new TrainingImages(packed.size(Split.TRAIN), train));
    assertThat(counts(packed, Split.TRAIN)).containsOnly(train);
    assertThat(counts(packed, Split.TEST)).containsOnly(test);
  }

  private static void fetch(Path from, DataFile file, DataStore store) throws IOException {
    Path to = store.content(file);
    Files.createDirectories(to.getParent());
    try (InputStream raw = Files.newInputStream(from);
        InputStream in = file.packing() == DataFile.Packing.GZIP ? new GZIPInputStream(raw) : raw) {
      Files.copy(in, to);
    }
  }

  private static List<Integer> counts(PackedDataSet packed, Split split) {
    int[] counts = new int[packed.classes().size()];
    IntStream.range(0, packed.size(split)).forEach(i -> counts[packed.label(split, i)]++);
    return IntStream.of(counts).boxed().toList();
  }
}
