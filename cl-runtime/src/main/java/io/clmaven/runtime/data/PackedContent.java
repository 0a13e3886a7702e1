package io.clmaven.runtime.data;

import java.io.IOException;
import java.util.List;

/** Images and labels in their publisher's form, ready to be packed. */
interface PackedContent {

  /** Returns the shape of one image: [C, H, W]. */
  List<Integer> shape();

  /** Returns the names of the classes, in the order of their labels. */
  List<String> classes();

  /** Hands all training images and then all test images to the writer. */
  void writeTo(PackedWriter writer) throws IOException;
}
