package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Inline;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.data.DataSet;
import java.util.Optional;

/** Settings of Split MNIST and its like: five tasks, unless set otherwise. */
public record SplitImages(
    @Inline(byDefault = "tasks: 5") ClassSplit split,
    @Setting("Data set whose classes are divided.") Selection<DataSet> dataSet,
    @Setting(
            value =
                "Share of the training images of each task held out for validation, drawn by the"
                    + " seed.",
            byDefault = "0.1",
            range = "[0, 1)")
        double validation,
    @Setting(value = ImageSettings.TRAINING_SAMPLES, range = "[1, inf)")
        Optional<Integer> trainingSamples,
    @Inline PixelMoments moments)
    implements SplitSettings {}
