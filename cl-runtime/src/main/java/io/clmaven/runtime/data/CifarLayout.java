package io.clmaven.runtime.data;

import java.util.List;

/**
 * Where the binary version of a CIFAR set keeps what. A record is one or more label bytes, the
 * finest last, and 3 x 32 x 32 bytes of an image, channel slowest, rows next.
 *
 * @param training members with training records, in order
 * @param test member with test records
 * @param names member with one name of a class on each line, in the order of the labels
 * @param labelBytes label bytes of a record
 * @param classes number of the finest classes
 */
record CifarLayout(List<String> training, String test, String names, int labelBytes, int classes) {

  static final int SIDE = 32;

  private static final int IMAGE_BYTES = 3 * SIDE * SIDE;

  int recordBytes() {
    return labelBytes + IMAGE_BYTES;
  }
}
