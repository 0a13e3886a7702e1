package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code int} and {@code long}. */
final class IntegerType extends ScalarType {

  static final IntegerType INT =
      new IntegerType(Integer.MIN_VALUE, Integer.MAX_VALUE, BigDecimal::intValueExact);
  static final IntegerType LONG =
      new IntegerType(Long.MIN_VALUE, Long.MAX_VALUE, BigDecimal::longValueExact);

  private static final Pattern DIGITS = Pattern.compile("[-+]?(0|[1-9][0-9]{0,30})");

  private final List<Interval> representable;
  private final Function<BigDecimal, Object> exact;

  private IntegerType(long smallest, long largest, Function<BigDecimal, Object> exact) {
    this.representable =
        List.of(
            Interval.parse("[%d, inf)".formatted(smallest)),
            Interval.parse("(-inf, %d]".formatted(largest)));
    this.exact = exact;
  }

  @Override
  Optional<Object> parse(Node.Scalar scalar, Site site) {
    if (!DIGITS.matcher(scalar.text()).matches()) {
      return refuse(scalar, site, Messages.DIGITS_ONLY);
    }
    BigDecimal value = new BigDecimal(scalar.text());
    Optional<Interval> broken =
        Stream.concat(Stream.of(site.range()), representable.stream())
            .filter(range -> !range.contains(value))
            .findFirst();
    broken.ifPresent(range -> site.refuse(scalar, Messages.outOfRange(site, range, scalar.text())));
    return broken.isPresent() ? Optional.empty() : Optional.of(exact.apply(value));
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
