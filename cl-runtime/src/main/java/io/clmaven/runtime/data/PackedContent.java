package io.clmaven.runtime.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Images and labels in their publisher's form, ready to be packed. */
interface PackedContent extends Closeable {

  /** Returns the shape of one image: [C, H, W]. */
  List<Integer> shape();

  /** Returns the names of the classes, in the order of their labels. */
  List<String> classes();

  /** Hands all training images and then all test images to the writer. */
  void writeTo(PackedWriter writer) throws IOException;

  /** Lets go of the files; called once, whether packing succeeded or not. */
  @Override
  default void close() throws IOException {}
}
