package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.OutputRange;

/**
 * One task of a stream.
 *
 * @param index position in the stream, from 0
 * @param name short name for reports
 * @param outputs outputs of the network that answer this task
 * @param train examples to learn from
 * @param validation examples held out for learning-rate control; may have size 0
 * @param test examples that only the evaluation sees
 */
public record Task(
    int index,
    String name,
    OutputRange outputs,
    Examples train,
    Examples validation,
    Examples test) {}
