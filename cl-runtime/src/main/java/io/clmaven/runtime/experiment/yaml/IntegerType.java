package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** {@code int} and {@code long}. */
final class IntegerType extends ScalarType {

  static final IntegerType INT =
      new IntegerType(Integer.MIN_VALUE, Integer.MAX_VALUE, BigDecimal::intValueExact);
  static final IntegerType LONG =
      new IntegerType(Long.MIN_VALUE, Long.MAX_VALUE, BigDecimal::longValueExact);

  private static final Pattern DIGITS = Pattern.compile("[-+]?(0|[1-9][0-9]{0,30})");

  private final Interval representable;
  private final Function<BigDecimal, Object> exact;

  private IntegerType(long smallest, long largest, Function<BigDecimal, Object> exact) {
    this.representable = Interval.parse("[%d, %d]".formatted(smallest, largest));
    this.exact = exact;
  }

  @Override
  Optional<Object> parse(Node.Scalar scalar, Site site) {
    if (!DIGITS.matcher(scalar.text()).matches()) {
      return refuse(scalar, site, Messages.DIGITS_ONLY);
    }
    BigDecimal value = new BigDecimal(scalar.text());
    for (Interval range : new Interval[] {site.range(), representable}) {
      if (!range.contains(value)) {
        site.refuse(scalar, Messages.outOfRange(site, range, scalar.text()));
        return Optional.empty();
      }
    }
    return Optional.of(exact.apply(value));
  }

  @Override
  public String words() {
    return "integer";
  }

  @Override
  public JsonNode write(Object value) {
    return value instanceof Integer number
        ? JSON.numberNode(number.intValue())
        : JSON.numberNode(((Long) value).longValue());
  }

  @Override
  public ObjectNode schema(Interval range) {
    return NumberType.limit(object().put("type", "integer"), range);
  }
}
