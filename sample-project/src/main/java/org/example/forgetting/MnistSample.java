package org.example.forgetting;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.data.DataFile.Packing;
import io.clmaven.runtime.data.IdxDataSet;
import io.clmaven.runtime.data.IdxFiles;
import java.util.List;

/**
 * The first 100 training and the first 50 test images of each digit of MNIST. The files lie in
 * {@code src/main/data}, which the property {@code cl.data.mirror} names, so nothing is downloaded.
 */
public final class MnistSample extends IdxDataSet {

  private static final IdxFiles FILES =
      new IdxFiles(
          file(
              "train-images-idx3-ubyte.gz",
              "964f929e568681616e81776c1097f3db5938f24fa9e0e8f2602341c96a32eccb",
              784_016),
          file(
              "train-labels-idx1-ubyte.gz",
              "9efdd3f42e64c4d159a8c4833d095e87f870cc4d54b78600f9a8d13f58cc8af9",
              1_008),
          file(
              "t10k-images-idx3-ubyte.gz",
              "97ec3e530cd55441a2c634c869ee2db6ac4224e52db5b7b8f60743ac7c976ec7",
              392_016),
          file(
              "t10k-labels-idx1-ubyte.gz",
              "ff9110acc0bd87bce7a4ef183f1e00fcd66145d7f0db2ed8cd3aee4b1f6d5b03",
              508));

  public MnistSample() {
    super(
        new Declaration(
            "mnist-sample",
            "Handwritten digits: 1,000 training and 500 test images, grey, 28 x 28, 10 classes.",
            "Part of MNIST: LeCun, Bottou, Bengio and Haffner, Proceedings of the IEEE, 1998",
            Declaration.None.class),
        FILES,
        List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
  }

  private static DataFile file(String name, String sha256, long size) {
    return new DataFile("mnist-sample/" + name, List.of(), Packing.GZIP, sha256, size);
  }
}
