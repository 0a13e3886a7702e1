package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.DataFile.Packing;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Fashion-MNIST: 60,000 training and 10,000 test images of clothes, grey, 28 x 28. */
public final class FashionMnist extends IdxDataSet {

  private static final List<String> MIRRORS =
      List.of(
          "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
          "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/");

  private static final IdxFiles FILES =
      new IdxFiles(
          file(
              "train-images-idx3-ubyte.gz",
              "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
              47_040_016),
          file(
              "train-labels-idx1-ubyte.gz",
              "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
              60_008),
          file(
              "t10k-images-idx3-ubyte.gz",
              "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
              7_840_016),
          file(
              "t10k-labels-idx1-ubyte.gz",
              "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
              10_008));

  /** Makes the data set; nothing is read. */
  public FashionMnist() {
    super(
        new Declaration(
            "fashion-mnist",
            "Clothes: 60,000 training and 10,000 test images, grey, 28 x 28, 10 classes.",
            "Xiao, Rasul and Vollgraf, arXiv:1708.07747, 2017; MIT licence",
            Declaration.None.class),
        FILES,
        List.of(
            "T-shirt/top",
            "Trouser",
            "Pullover",
            "Dress",
            "Coat",
            "Sandal",
            "Shirt",
            "Sneaker",
            "Bag",
            "Ankle boot"));
  }

  private static DataFile file(String name, String sha256, long size) {
    List<URI> sources = MIRRORS.stream().map(mirror -> URI.create(mirror + name)).toList();
    return new DataFile("fashion-mnist/" + name, sources, Packing.GZIP, sha256, size);
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(TrainingImages.balanced(10, 6_000));
  }
}
