package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Extent;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.RunningStatistics;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.Window;
import io.clmaven.runtime.engine.onednn.ConvolutionForward.Finish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the stage of a layer. */
final class StageFactory {

  private final ModelSpec model;
  private final Cpu cpu;
  private final ParameterMemory memory;
  private final RunningStatistics statistics;
  private final Fusion fusion;
  private final LastReader lastReader;
  private int dropouts;

  StageFactory(ModelSpec model, Cpu cpu, ParameterMemory memory, RunningStatistics statistics) {
    this.model = model;
    this.cpu = cpu;
    this.memory = memory;
    this.statistics = statistics;
    this.fusion = new Fusion(model);
    this.lastReader = new LastReader(model, fusion);
  }

  /** Returns whether the layer before does the work of this one. */
  boolean isTakenOver(ModelSpec.Node node) {
    return fusion.isTakenOver(node)
        || node.layer() instanceof Layer.Flatten && !isTurned(node.inputs().get(0));
  }

  /** Returns whether the values of a layer lie in another order than the public one. */
  private boolean isTurned(String name) {
    return !name.equals(ModelSpec.INPUT) && needsChannelsLast(name);
  }

  /** Returns whether values are images that look different channels last. */
  boolean needsChannelsLast(String name) {
    Image image = Image.of(model.shape(name));
    return image.channels() > 1 && image.pixels() > 1;
  }

  Stage channelsLast(List<Integer> shape) {
    return new ChannelsLastStage(new ImageOrder(cpu, Image.of(shape)));
  }

  Stage make(ModelSpec.Node node) {
    Image input = Image.of(model.shape(node.inputs().get(0)));
    Layer layer = node.layer();
    if (layer instanceof Layer.Linear) {
      return new LinearStage(segment(node, Segment.Kind.WEIGHT).orElseThrow(), memory, bias(node));
    } else if (layer instanceof Layer.Convolution) {
      return convolutionStage(node);
    } else if (layer instanceof Layer.BatchNorm norm) {
      return batchNorm(node, norm);
    } else if (layer instanceof Layer.LocalResponseNorm norm) {
      return new LocalResponseNormStage(node.name(), norm, input);
    } else if (layer instanceof Layer.Elementwise) {
      return elementwise(node, input);
    } else if (layer instanceof Layer.Gate) {
      return new GateStage(
          node.name(), input.size(), memory.of(segment(node, Segment.Kind.GATE).orElseThrow()));
    } else if (layer instanceof Layer.ChannelGate) {
      return new ChannelGateStage(node.name(), input);
    } else if (layer instanceof Layer.Add) {
      return new AddStage(cpu, input.size(), lastReader.output(node, input.size()));
    } else if (layer instanceof Layer.Flatten) {
      return new FlattenStage(new ImageOrder(cpu, input));
    }
    return pool(node, input);
  }

  private Stage convolutionStage(ModelSpec.Node node) {
    int columns = Image.of(node.outputShape()).size();
    return fusion.takesReluOver(node)
        ? new ConvolutionStage(
            convolution(node, Finish.RELU),
            lastReader.gradient(model.readers(node.name()).get(0), columns))
        : new ConvolutionStage(convolution(node, Finish.NOTHING), Destination.SOURCE);
  }

  private Stage elementwise(ModelSpec.Node node, Image image) {
    int columns = image.size();
    if (node.layer() instanceof Layer.Dropout dropout) {
      return new DropoutStage(columns, dropout.probability(), dropouts++);
    }
    Layer.Elementwise layer = (Layer.Elementwise) node.layer();
    Destination gradients =
        layer instanceof Layer.Relu ? lastReader.gradient(node, columns) : Destination.own(columns);
    return new ActivationStage(
        columns, Activation.of(layer, image, cpu), lastReader.output(node, columns), gradients);
  }

  private Stage pool(ModelSpec.Node node, Image input) {
    if (node.layer() instanceof Layer.MaxPool pool) {
      return pooling(node, Pooling.Kind.MAX, pool.window());
    } else if (node.layer() instanceof Layer.AveragePool pool) {
      return pooling(node, Pooling.Kind.AVERAGE, pool.window());
    } else if (node.layer() instanceof Layer.GlobalAveragePool) {
      return pooling(node, Pooling.Kind.AVERAGE, wholeImage(input));
    }
    throw new IllegalArgumentException("there is no stage for layer '%s'".formatted(node.name()));
  }

  /** Makes a convolution with all that is done to its values in evaluation. */
  Forward chain(Chain chain) {
    List<Link> links = new ArrayList<>();
    int inputs = 1;
    for (ModelSpec.Node node : chain.tail()) {
      if (node.layer() instanceof Layer.BatchNorm norm) {
        BatchNormSetup setup = setup(node, norm, BatchNormSetup.Finish.NOTHING);
        links.add(new Link.Normalized(new RunningNorm(setup)));
      } else if (node.layer() instanceof Layer.Add) {
        links.add(new Link.Added(inputs++));
      } else if (node.layer() instanceof Layer.Relu) {
        links.add(new Link.Rectified());
      }
    }
    return new ChainForward(convolution(chain.convolution(), Finish.NOTHING), links);
  }

  private Convolution convolution(ModelSpec.Node node, Finish finish) {
    Layer.Convolution layer = (Layer.Convolution) node.layer();
    Image before = Image.of(model.shape(node.inputs().get(0)));
    Image behind = Image.of(node.outputShape());
    ConvolutionShape shape = new ConvolutionShape(before, behind, layer.window(), layer.hasBias());
    ParameterMemory.Views weight = memory.of(segment(node, Segment.Kind.WEIGHT).orElseThrow());
    ParameterMemory.Views bias =
        segment(node, Segment.Kind.BIAS).map(memory::of).orElse(ParameterMemory.Views.ABSENT);
    return new Convolution(cpu, shape, weight, bias, finish);
  }

  private Stage pooling(ModelSpec.Node node, Pooling.Kind kind, Window window) {
    Image before = Image.of(model.shape(node.inputs().get(0)));
    return new PoolingStage(new Pooling(cpu, kind, window, before, Image.of(node.outputShape())));
  }

  private static Window wholeImage(Image image) {
    return new Window(
        new Extent(image.height(), image.width()), Extent.square(1), Extent.square(0));
  }

  private Stage batchNorm(ModelSpec.Node node, Layer.BatchNorm norm) {
    BatchNormSetup.Finish finish =
        fusion.takesReluOver(node) ? BatchNormSetup.Finish.RELU : BatchNormSetup.Finish.NOTHING;
    return new BatchNormStage(node.name(), setup(node, norm, finish));
  }

  private BatchNormSetup setup(
      ModelSpec.Node node, Layer.BatchNorm norm, BatchNormSetup.Finish finish) {
    return new BatchNormSetup(
        cpu,
        Image.of(node.outputShape()),
        norm.epsilon(),
        new Moments(node, statistics),
        segment(node, Segment.Kind.SCALE).map(memory::of).orElseThrow(),
        segment(node, Segment.Kind.SHIFT).map(memory::of).orElseThrow(),
        finish);
  }

  private Bias bias(ModelSpec.Node node) {
    return segment(node, Segment.Kind.BIAS).map(memory::of).map(Bias::of).orElse(Bias.NONE);
  }

  private Optional<Segment> segment(ModelSpec.Node node, Segment.Kind kind) {
    return model.layout().find(node.name(), kind);
  }
}
