package io.clmaven.plugin.train;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of cells as lines of text whose columns begin at the same place. */
public final class TextTable {

  private TextTable() {}

  /** Returns one line for each row; all rows have as many cells as the first. */
  public static List<String> align(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, row.size())
                    .mapToObj(column -> ("%-" + widths[column] + "s").formatted(row.get(column)))
                    .collect(Collectors.joining("  "))
                    .stripTrailing())
        .toList();
  }
}
