package io.clmaven.runtime.benchmark;

import java.util.List;

/** The five published orders of the superclasses, those of the official code of GPM. */
final class TaskOrder {

  private static final List<List<Integer>> PUBLISHED =
      List.of(
          List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19),
          List.of(15, 12, 5, 9, 7, 16, 18, 17, 1, 0, 3, 8, 11, 14, 10, 6, 2, 4, 13, 19),
          List.of(17, 1, 19, 18, 12, 7, 6, 0, 11, 15, 10, 5, 13, 3, 9, 16, 4, 14, 2, 8),
          List.of(11, 9, 6, 5, 12, 4, 0, 10, 13, 7, 14, 3, 15, 16, 8, 1, 2, 19, 18, 17),
          List.of(6, 14, 0, 11, 12, 17, 13, 4, 9, 1, 7, 19, 8, 10, 3, 15, 18, 5, 2, 16));

  private TaskOrder() {}

  /** Returns the superclasses in the order of the tasks. */
  static List<Cifar100Superclass> superclasses(int order) {
    return PUBLISHED.get(order).stream().map(Cifar100Superclass.ALL::get).toList();
  }
}
