package io.clmaven.runtime.engine;

import java.util.ArrayList;
import java.util.List;

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
