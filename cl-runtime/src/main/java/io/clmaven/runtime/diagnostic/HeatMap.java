package io.clmaven.runtime.diagnostic;

import java.util.List;

/**
 * A table of numbers that a report draws as a picture, for example how full the memory of every
 * layer is after every task.
 *
 * @param id stable name, {@code gpm.rank}
 * @param title what it shows, in a few words
 * @param description what rows, columns and values are, in a sentence
 * @param unit of the values; empty for plain numbers
 * @param rows names of the rows
 * @param columns names of the columns
 * @param values one list per row; a value is NaN where there is none
 */
public record HeatMap(
    String id,
    String title,
    String description,
    String unit,
    List<String> rows,
    List<String> columns,
    List<List<Double>> values) {

  public HeatMap {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    values = values.stream().map(List::copyOf).toList();
    if (values.size() != rows.size()) {
      throw new IllegalArgumentException(
          "heat map '%s' has %d rows of values but %d names"
              .formatted(id, values.size(), rows.size()));
    }
    for (List<Double> row : values) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "heat map '%s' has a row of %d values but %d columns"
                .formatted(id, row.size(), columns.size()));
      }
    }
  }
}
