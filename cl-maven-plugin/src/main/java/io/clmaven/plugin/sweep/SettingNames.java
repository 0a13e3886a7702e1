package io.clmaven.plugin.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** Settings and values of points as people read them. */
public final class SettingNames {

  private static final int LONGEST_DECIMALS = 8;

  private SettingNames() {}

  /** Returns the last name of each path, or the whole path where several end alike. */
  public static List<String> of(List<String> paths) {
    return paths.stream()
        .map(
            path -> {
              String last = last(path);
              boolean isUnique = paths.stream().filter(p -> last(p).equals(last)).count() == 1;
              return isUnique ? last : path;
            })
        .toList();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Returns a value; numbers in the shortest form. */
  public static String text(JsonNode value) {
    if (!value.isNumber()) {
      return value.isTextual() ? value.asText() : value.toString();
    }
    BigDecimal number = new BigDecimal(value.asText()).stripTrailingZeros();
    String plain = number.toPlainString();
    return plain.length() <= LONGEST_DECIMALS
        ? plain
        : number.toString().toLowerCase(java.util.Locale.ROOT);
  }
}
