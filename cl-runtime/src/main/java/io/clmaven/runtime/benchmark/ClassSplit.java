package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Setting;
import java.util.Optional;

/** How classes are divided: settings of the benchmarks that give each task some of them. */
public record ClassSplit(
    @Setting(
            value =
                "What is known about the task at test time: 'task' gives every task a head of"
                    + " its own, 'class' lets the classes of all tasks compete, 'domain' shares"
                    + " the outputs among the tasks.",
            byDefault = "task")
        Scenario scenario,
    @Setting(value = "Number of tasks.", range = "[1, inf)") int tasks,
    @Setting(
            value = "Classes of each task; all classes are divided equally if not set.",
            range = "[1, inf)")
        Optional<Integer> classesPerTask,
    @Setting(value = ClassOrder.EFFECT, byDefault = "labels") ClassOrder classOrder) {}
