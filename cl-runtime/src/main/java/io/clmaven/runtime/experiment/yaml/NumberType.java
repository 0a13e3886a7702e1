package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** {@code double} and {@code BigDecimal}; {@code 90%} is 0.9. */
final class NumberType extends ScalarType {

  static final NumberType DOUBLE = new NumberType(BigDecimal::doubleValue);
  static final NumberType DECIMAL = new NumberType(value -> value);

  private static final Pattern FORM =
      Pattern.compile("[-+]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})([eE][-+]?[0-9]{1,3})?%?");

  private static final Interval PERCENT = Interval.parse("[10, 100]");

  private final Function<BigDecimal, Object> convert;

  private NumberType(Function<BigDecimal, Object> convert) {
    this.convert = convert;
  }

  @Override
  Optional<Object> parse(Node.Scalar scalar, Site site) {
    String text = scalar.text();
    if (!FORM.matcher(text).matches()) {
      return refuse(scalar, site, text.contains(",") ? Messages.DECIMAL_POINT : "");
    }
    BigDecimal value =
        text.endsWith("%")
            ? new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2)
            : new BigDecimal(text);
    if (Double.isInfinite(value.doubleValue())) {
      site.refuse(scalar, Messages.tooLarge(site, text));
      return Optional.empty();
    }
    if (!site.range().contains(value)) {
      String advice = isPercent(value, site.range()) ? Messages.percent(text) : "";
      site.refuse(scalar, Messages.outOfRange(site, site.range(), text) + advice);
      return Optional.empty();
    }
    return Optional.of(convert.apply(value));
  }

  private static boolean isPercent(BigDecimal value, Interval range) {
    return PERCENT.contains(value) && range.contains(value.movePointLeft(2));
  }

  @Override
  public String words() {
    return "number";
  }

  @Override
  public JsonNode write(Object value) {
    return JSON.numberNode(((Number) value).doubleValue());
  }

  @Override
  public ObjectNode schema(Interval range) {
    ObjectNode percent = object().put("type", "string").put("pattern", "^[-+]?[0-9]*\\.?[0-9]+%$");
    ObjectNode either = object();
    either.putArray("anyOf").add(limit(object().put("type", "number"), range)).add(percent);
    return either;
  }

  static ObjectNode limit(ObjectNode schema, Interval range) {
    range.low().ifPresent(l -> schema.put(range.lowIncluded() ? "minimum" : "exclusiveMinimum", l));
    range
        .high()
        .ifPresent(h -> schema.put(range.highIncluded() ? "maximum" : "exclusiveMaximum", h));
    return schema;
  }
}
