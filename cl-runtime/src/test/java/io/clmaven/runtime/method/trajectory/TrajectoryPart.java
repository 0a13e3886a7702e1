package io.clmaven.runtime.method.trajectory;

import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.component.Selection;
import java.util.function.Function;

/**
 * A method or optimizer of a trajectory.
 *
 * @param selection makes it
 * @param observer watches the one that was made
 */
public record TrajectoryPart<C extends Component>(
    Selection<C> selection, TrajectoryObserver observer) {

  /** Makes a part of which the file tells nothing more. */
  public static <C extends Component> TrajectoryPart<C> of(Selection<C> selection) {
    return new TrajectoryPart<>(selection, TrajectoryObserver.NONE);
  }

  /**
   * Makes a part that is observed.
   *
   * @param component the one object that serves the trajectory
   */
  public static <C extends Component, D extends C> TrajectoryPart<C> of(
      D component, Record parameters, Function<D, TrajectoryObserver> observer) {
    return new TrajectoryPart<>(
        new Selection<>(component.declaration(), parameters, () -> component),
        observer.apply(component));
  }
}
