package io.clmaven.runtime.engine;

import org.bytedeco.javacpp.FloatPointer;

/**
 * The factors of a range of a {@link FlatVector} that is a matrix G = D^T X [o, d], a sum of n
 * outer products. A product of G with another matrix is cheaper by them where n is less than o.
 * They are there until the next pass.
 */
public interface OuterProducts {

  /** Returns the index of the first element of G in the vector. */
  int from();

  /** Returns n. */
  int rows();

  /** Returns D [n, o], to be read. */
  FloatPointer left();

  /** Returns X [n, d], to be read. */
  FloatPointer right();
}
