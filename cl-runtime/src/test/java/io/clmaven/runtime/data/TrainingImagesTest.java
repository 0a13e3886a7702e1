package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.component.Catalogue;
import io.clmaven.runtime.component.Declaration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingImagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mnist",
        "fashion-mnist",
        "notmnist",
        "notmnist-shuffled",
        "notmnist-10k",
        "svhn",
        "cifar10",
        "cifar10-jpeg",
        "cifar100",
        "tiny100-32",
        "tiny-imagenet-200",
        "tiny-imagenet-200-half",
        "mini-imagenet",
        "cub-200-2011"
      })
  void areAsManyAsTheSummaryOfTheDataSetSays(String name) {
    DataSet dataSet = Catalogue.of(DataSet.class).find(name).orElseThrow().factory().get();

    TrainingImages images = dataSet.trainingImages(new Declaration.None()).orElseThrow();

    assertThat(dataSet.declaration().summary())
        .contains(String.format(Locale.ROOT, "%,d training", images.all()));
  }

  @Test
  void ofAllClassesAreNotMoreThanThereAre() {
    TrainingImages images = new TrainingImages(100, 30);

    assertThat(images.most(3)).isEqualTo(90);
    assertThat(images.most(4)).isEqualTo(100);
  }
}
