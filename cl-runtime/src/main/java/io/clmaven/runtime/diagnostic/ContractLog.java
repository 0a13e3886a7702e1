package io.clmaven.runtime.diagnostic;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contracts of a method and what their checks have found so far. */
public final class ContractLog implements Stateful {

  private final Map<String, Contract> contracts = new LinkedHashMap<>();

  /** Begins with contracts that were not checked yet. */
  public ContractLog(Contract... contracts) {
    for (Contract contract : contracts) {
      this.contracts.put(contract.id(), contract);
    }
  }

  /**
   * Enters a check.
   *
   * @param id of the contract
   * @param deviation what was measured
   * @param place at which task and layer
   */
  public void check(String id, double deviation, String place) {
    contracts.computeIfPresent(id, (key, contract) -> contract.checked(deviation, place));
  }

  /** Returns the contracts in the order in which they were given. */
  public List<Contract> contracts() {
    return List.copyOf(contracts.values());
  }

  @Override
  public void save(StateWriter out) {
    for (Contract contract : contracts.values()) {
      out.putDouble("contract.worst", contract.worst());
      out.putString("contract.where", contract.where());
      out.putLong("contract.checks", contract.checks());
    }
  }

  @Override
  public void load(StateReader in) {
    contracts.replaceAll((id, contract) -> load(contract, in));
  }

  private static Contract load(Contract contract, StateReader in) {
    return new Contract(
        contract.id(),
        contract.statement(),
        contract.limit(),
        in.getDouble("contract.worst"),
        in.getString("contract.where"),
        in.getLong("contract.checks"));
  }
}
