package io.clmaven.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/** Ranges of a vector that are computed later, in ascending order. */
final class PendingProducts {

  private final List<PendingProduct> products = new ArrayList<>();

  void add(PendingProduct product) {
    int place = products.size();
    while (place > 0 && products.get(place - 1).from() > product.from()) {
      place--;
    }
    products.add(place, product);
  }

  boolean isEmpty() {
    return products.isEmpty();
  }

  int size() {
    return products.size();
  }

  PendingProduct get(int index) {
    return products.get(index);
  }

  /** Computes all of them. */
  void settle() {
    for (int i = 0; i < products.size(); i++) {
      products.get(i).settle();
    }
    products.clear();
  }

  /**
   * Adds all elements of the vector to other memory, without writing the products down.
   *
   * @param factor of every element
   * @param values of the vector outside the products
   * @param length number of elements
   */
  void addTo(float factor, FloatPointer values, int length, FloatPointer target) {
    int done = 0;
    for (int i = 0; i < products.size(); i++) {
      PendingProduct product = products.get(i);
      addRange(factor, values.position(done), product.from() - done, target.position(done));
      product.addTo(factor, target.position(product.from()));
      done = product.to();
    }
    addRange(factor, values.position(done), length - done, target.position(done));
    values.position(0);
    target.position(0);
  }

  private static void addRange(float factor, FloatPointer values, int count, FloatPointer target) {
    if (count > 0) {
      openblas.cblas_saxpy(count, factor, values, 1, target, 1);
    }
  }

  /** Makes them independent of memory that is about to change. */
  void keep() {
    for (int i = 0; i < products.size(); i++) {
      products.get(i).keep();
    }
  }

  /** Forgets them. */
  void clear() {
    products.clear();
  }
}
