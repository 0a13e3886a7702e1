package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.data.ImageForm;
import io.clmaven.runtime.data.PackedDataSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Images whose byte p of image i is (31 i + 7 p + the number of the split) mod 256; image i belongs
 * to class i mod C.
 *
 * @param name of the data set
 * @param shape [C, H, W]
 * @param classCount number of classes
 * @param train training images
 * @param test test images
 */
record GeneratedImages(String name, List<Integer> shape, int classCount, int train, int test)
    implements DataSet, PackedDataSet {

  static byte pixel(Split split, int image, int position) {
    return (byte) (31 * image + 7 * position + split.ordinal());
  }

  Selection<DataSet> selection() {
    return new Selection<>(declaration(), new Declaration.None(), () -> this);
  }

  @Override
  public Declaration declaration() {
    return new Declaration(name, "Generated images.", "this test", Declaration.None.class);
  }

  @Override
  public List<DataFile> files(Record parameters) {
    return List.of();
  }

  @Override
  public Optional<ImageForm> form(Record parameters) {
    return Optional.of(new ImageForm(shape, classCount));
  }

  @Override
  public PackedDataSet open(Record parameters, DataStore store) {
    return this;
  }

  @Override
  public List<String> classes() {
    return IntStream.range(0, classCount).mapToObj(c -> "class " + c).toList();
  }

  @Override
  public int size(Split split) {
    return split == Split.TRAIN ? train : test;
  }

  @Override
  public int label(Split split, int index) {
    return index % classCount;
  }

  @Override
  public void image(Split split, int index, byte[] target) {
    int bytes = shape.stream().reduce(1, Math::multiplyExact);
    for (int p = 0; p < bytes; p++) {
      target[p] = pixel(split, index, p);
    }
  }
}
