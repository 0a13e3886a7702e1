package io.clmaven.runtime.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.data.Checksum;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The name of a point, of which its folder has the name: readable values and a hash of all of them.
 * It does not depend on the other points: a sweep that gets more values keeps its results.
 */
final class PointName {

  private static final int READABLE = 60;
  private static final int DIGITS = 8;
  private static final int LONGEST_NUMBER = 8;

  private PointName() {}

  static String of(Map<SettingPath, JsonNode> values) {
    String readable =
        values.entrySet().stream()
            .map(value -> "%s=%s".formatted(value.getKey().lastName(), text(value.getValue())))
            .collect(Collectors.joining("_"))
            .replaceAll("[^A-Za-z0-9._=+-]+", "-");
    String cut = readable.substring(0, Math.min(READABLE, readable.length()));
    return "%s-%s".formatted(cut.replaceFirst("[._-]+$", ""), hash(values));
  }

  private static String text(JsonNode value) {
    if (value.isNumber()) {
      return number(value.decimalValue().stripTrailingZeros());
    }
    String whole = value.isValueNode() ? value.asText() : value.toString();
    return value.path(SettingPath.COMPONENT).asText(whole);
  }

  private static String number(BigDecimal number) {
    String plain = number.toPlainString();
    return plain.length() <= LONGEST_NUMBER ? plain : number.toString().toLowerCase(Locale.ROOT);
  }

  private static String hash(Map<SettingPath, JsonNode> values) {
    Map<String, String> sorted = new TreeMap<>();
    values.forEach((path, value) -> sorted.put(path.text(), value.toString()));
    byte[] bytes = sorted.toString().getBytes(StandardCharsets.UTF_8);
    byte[] digest = Checksum.Algorithm.SHA_256.digest().digest(bytes);
    return HexFormat.of().formatHex(digest).substring(0, DIGITS);
  }
}
