package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.component.Catalogue;
import io.clmaven.runtime.component.Declaration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInDataSetsTest {

  private final Catalogue<DataSet> catalogue = Catalogue.of(DataSet.class);

  @Test
  void areFoundByName() {
    assertThat(catalogue.names())
        .contains(
            "cifar10",
            "cifar10-jpeg",
            "cifar100",
            "cub-200-2011",
            "fashion-mnist",
            "image-folder",
            "mini-imagenet",
            "mnist",
            "notmnist",
            "notmnist-10k",
            "notmnist-shuffled",
            "svhn",
            "tiny-imagenet-200",
            "tiny-imagenet-200-half",
            "tiny100-32");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mnist", "fashion-mnist"})
  void offerTheOfficialFilesFromTwoPlacesEach(String name) {
    List<DataFile> files =
        catalogue.find(name).orElseThrow().factory().get().files(new Declaration.None());

    assertThat(files)
        .extracting(DataFile::path)
        .containsExactly(
            name + "/train-images-idx3-ubyte.gz",
            name + "/train-labels-idx1-ubyte.gz",
            name + "/t10k-images-idx3-ubyte.gz",
            name + "/t10k-labels-idx1-ubyte.gz");
    assertThat(files)
        .extracting(DataFile::size)
        .containsExactly(16 + 60_000L * 784, 8 + 60_000L, 16 + 10_000L * 784, 8 + 10_000L);
    assertThat(files)
        .allSatisfy(file -> assertThat(file.checksum().hex()).matches("[0-9a-f]{64}"))
        .allSatisfy(file -> assertThat(file.sources()).hasSize(2));
    assertThat(files).extracting(DataFile::checksum).doesNotHaveDuplicates();
  }

  @Test
  void leaveNothingToDownloadForAFolderOfImages() {
    DataSet folder = catalogue.find("image-folder").orElseThrow().factory().get();

    assertThat(
            folder.files(
                new ImageFolder.Settings(
                    "images",
                    32,
                    ImageFolder.Channels.RGB,
                    ImageFolder.Filter.AREA,
                    ImageFolder.Unreadable.REFUSE)))
        .isEmpty();
  }
}
