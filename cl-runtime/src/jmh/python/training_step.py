"""The networks of TrainingStepBenchmark in PyTorch, eager, for the comparison on the performance page.

Nothing of the build needs this file. Run it in turn with the benchmark, both with one thread:
    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python3 training_step.py [network ...]
Prints milliseconds of an SGD step: the median of five rounds.
"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


def mlp(hidden):
    return nn.Sequential(
        nn.Linear(784, hidden, bias=False), nn.ReLU(),
        nn.Linear(hidden, hidden, bias=False), nn.ReLU(),
        nn.Linear(hidden, 10, bias=False))


def alexnet():
    """GPM's AlexNet without batch normalisation and dropout."""
    return nn.Sequential(
        nn.Conv2d(3, 64, 4, bias=False), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(64, 128, 3, bias=False), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(128, 256, 2, bias=False), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(1024, 2048, bias=False), nn.ReLU(),
        nn.Linear(2048, 2048, bias=False), nn.ReLU(),
        nn.Linear(2048, 10, bias=False))


def lenet():
    def behind():
        return nn.ReLU(), nn.LocalResponseNorm(4, 0.001 / 9, 0.75, 1), nn.MaxPool2d(3, 2, padding=1)
    return nn.Sequential(
        nn.Conv2d(3, 20, 5, padding=2, bias=False), *behind(),
        nn.Conv2d(20, 50, 5, padding=2, bias=False), *behind(), nn.Flatten(),
        nn.Linear(3200, 800, bias=False), nn.ReLU(),
        nn.Linear(800, 500, bias=False), nn.ReLU(),
        nn.Linear(500, 10, bias=False))


class ReducedBlock(nn.Module):
    """One convolution; batch normalisation behind the ReLU and behind the sum."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1, self.bn2 = nn.BatchNorm2d(outputs), nn.BatchNorm2d(outputs)
        same = stride == 1 and inputs == outputs
        self.shortcut = nn.Identity() if same else nn.Conv2d(inputs, outputs, 1, stride, bias=False)

    def forward(self, x):
        return self.bn2(F.relu(self.bn1(F.relu(self.conv(x))) + self.shortcut(x)))


class BasicBlock(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn1, self.bn2 = norm(outputs), norm(outputs)
        same = stride == 1 and inputs == outputs
        self.shortcut = nn.Identity() if same else nn.Sequential(
            nn.Conv2d(inputs, outputs, 1, stride, bias=False), norm(outputs))

    def forward(self, x):
        h = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(h + self.shortcut(x))


def norm(channels):
    return nn.BatchNorm2d(channels, track_running_stats=False)


def stages(block, width=20):
    inputs = width
    for stage, stride in enumerate([1, 2, 2, 2]):
        outputs = width << stage
        yield block(inputs, outputs, stride)
        yield block(outputs, outputs, 1)
        inputs = outputs


def reduced_resnet18():
    return nn.Sequential(
        nn.Conv2d(3, 20, 3, 1, 1, bias=False), nn.BatchNorm2d(20), nn.ReLU(), *stages(ReducedBlock),
        nn.AvgPool2d(4), nn.Flatten(), nn.Linear(160, 100))


def small_resnet18():
    return nn.Sequential(
        nn.Conv2d(3, 20, 3, 1, 1, bias=False), norm(20), nn.ReLU(), *stages(BasicBlock),
        nn.AvgPool2d(2), nn.Flatten(), nn.Linear(640, 10, bias=False))


IMAGE = (3, 32, 32)
NETWORKS = {  # name: network, shape of a sample, batch size, steps per round
    "mlp-b10": (lambda: mlp(100), (784,), 10, 2000),
    "mlp-b1": (lambda: mlp(100), (784,), 1, 2000),
    "mlp300-b64": (lambda: mlp(300), (784,), 64, 300),
    "alexnet-b64": (alexnet, IMAGE, 64, 10),
    "alexnet-b1": (alexnet, IMAGE, 1, 60),
    "resnet18-b10": (reduced_resnet18, IMAGE, 10, 40),
    "lenet-b64": (lenet, IMAGE, 64, 10),
    "resnet18-5d-b64": (small_resnet18, IMAGE, 64, 5),
}


def measure(name):
    make, shape, batch, steps = NETWORKS[name]
    network = make()
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
    x, y = torch.randn(batch, *shape), torch.randint(0, 10, (batch,))

    def step():
        optimizer.zero_grad()
        F.cross_entropy(network(x), y).backward()
        optimizer.step()

    def round_of_steps():
        start = time.perf_counter()
        for _ in range(steps):
            step()
        return (time.perf_counter() - start) / steps * 1e3

    round_of_steps()
    rounds = sorted(round_of_steps() for _ in range(5))
    print(f"{name} {rounds[2]:.3f} ms, {rounds[0]:.3f} to {rounds[4]:.3f}", flush=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    torch.manual_seed(0)
    for name in sys.argv[1:] or NETWORKS:
        measure(name)
