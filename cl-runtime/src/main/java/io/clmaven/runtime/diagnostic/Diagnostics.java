package io.clmaven.runtime.diagnostic;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a trial tells about its method beside accuracies.
 *
 * @param contracts promises of the method, checked while it trained
 * @param maps pictures
 */
public record Diagnostics(List<Contract> contracts, List<HeatMap> maps) {

  /** Nothing to tell. */
  public static final Diagnostics NONE = new Diagnostics(List.of(), List.of());

  public Diagnostics {
    contracts = List.copyOf(contracts);
    maps = List.copyOf(maps);
  }

  /** Returns these and then those. */
  public Diagnostics and(Diagnostics others) {
    return new Diagnostics(
        Stream.concat(contracts.stream(), others.contracts.stream()).toList(),
        Stream.concat(maps.stream(), others.maps.stream()).toList());
  }
}
