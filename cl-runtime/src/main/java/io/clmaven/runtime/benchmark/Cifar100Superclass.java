package io.clmaven.runtime.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the 20 coarse groups of CIFAR-100; within it a class has the rank of its fine label.
 *
 * @param name name of the group
 * @param fineLabels its five fine labels, ascending
 */
record Cifar100Superclass(String name, List<Integer> fineLabels) {

  /** All groups in the order of their names. */
  static final List<Cifar100Superclass> ALL =
      List.of(
          new Cifar100Superclass("aquatic mammals", List.of(4, 30, 55, 72, 95)),
          new Cifar100Superclass("fish", List.of(1, 32, 67, 73, 91)),
          new Cifar100Superclass("flowers", List.of(54, 62, 70, 82, 92)),
          new Cifar100Superclass("food containers", List.of(9, 10, 16, 28, 61)),
          new Cifar100Superclass("fruit and vegetables", List.of(0, 51, 53, 57, 83)),
          new Cifar100Superclass("household electrical devices", List.of(22, 39, 40, 86, 87)),
          new Cifar100Superclass("furniture", List.of(5, 20, 25, 84, 94)),
          new Cifar100Superclass("insects", List.of(6, 7, 14, 18, 24)),
          new Cifar100Superclass("large carnivores", List.of(3, 42, 43, 88, 97)),
          new Cifar100Superclass("large man-made outdoor things", List.of(12, 17, 37, 68, 76)),
          new Cifar100Superclass("large natural outdoor scenes", List.of(23, 33, 49, 60, 71)),
          new Cifar100Superclass("large omnivores and herbivores", List.of(15, 19, 21, 31, 38)),
          new Cifar100Superclass("medium mammals", List.of(34, 63, 64, 66, 75)),
          new Cifar100Superclass("non-insect invertebrates", List.of(26, 45, 77, 79, 99)),
          new Cifar100Superclass("people", List.of(2, 11, 35, 46, 98)),
          new Cifar100Superclass("reptiles", List.of(27, 29, 44, 78, 93)),
          new Cifar100Superclass("small mammals", List.of(36, 50, 65, 74, 80)),
          new Cifar100Superclass("trees", List.of(47, 52, 56, 59, 96)),
          new Cifar100Superclass("vehicles 1", List.of(8, 13, 48, 58, 90)),
          new Cifar100Superclass("vehicles 2", List.of(41, 69, 81, 85, 89)));

  /** Returns the label within the group, or -1 for a class of another group. */
  int localLabel(int fineLabel) {
    return fineLabels.indexOf(fineLabel);
  }

  /** Returns the indices of the images of this group, in order. */
  int[] members(int[] imageLabels) {
    return IntStream.range(0, imageLabels.length)
        .filter(i -> fineLabels.contains(imageLabels[i]))
        .toArray();
  }
}
