package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.DataFile.Packing;
import java.net.URI;
import java.util.List;

/** A data set in the binary version of CIFAR: RGB images, 32 x 32, in records in a tar archive. */
abstract class CifarDataSet extends PublishedDataSet {

  private final CifarLayout layout;

  CifarDataSet(Declaration declaration, DataFile archive, CifarLayout layout) {
    super(
        declaration,
        List.of(archive),
        new ImageForm(List.of(3, CifarLayout.SIDE, CifarLayout.SIDE), layout.classes()));
    this.layout = layout;
  }

  static DataFile archive(String folder, String name, String sha256, long size) {
    URI source = URI.create("https://www.cs.toronto.edu/~kriz/" + name);
    return new DataFile(folder + "/" + name, List.of(source), Packing.NONE, sha256, size);
  }

  @Override
  final String reader() {
    return "cifar-1";
  }

  @Override
  final PackedContent content(List<SourceFile> sources) {
    return new CifarContent(sources.get(0), layout);
  }
}
