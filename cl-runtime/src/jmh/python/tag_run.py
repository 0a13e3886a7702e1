"""A whole run of 20 tasks in PyTorch, eager, with the sizes of `tiny100-32`: 125 steps of 10 images a task, and after
each task 250 test images of every task so far. For the comparison on the performance page; nothing of the build needs
this file. The images are noise, which costs the same time, and go through PIL and a DataLoader one by one, as
torchvision's data sets hand them out. TAG-RMSProp is written as its formulas say, one tensor and one task at a time.
    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python3 tag_run.py sgd|tag
"""
import math
import sys
import time

import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F
from torch.utils.data import DataLoader, Dataset

from training_step import reduced_resnet18

TASKS, CLASSES, TRAIN, TEST, BATCH, TEST_BATCH = 20, 5, 1250, 250, 10, 256


class Images(Dataset):
    def __init__(self, count):
        self.pixels = np.random.randint(0, 256, (count, 32, 32, 3), dtype=np.uint8)
        self.labels = np.random.randint(0, CLASSES, count)

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, i):
        image = np.array(Image.fromarray(self.pixels[i]))
        return torch.from_numpy(image).permute(2, 0, 1).contiguous().to(torch.float32).div(255), int(self.labels[i])


class TagRmsProp:
    def __init__(self, parameters, rate=0.00025, b=5, eps=1e-8):
        self.parameters, self.rate, self.b, self.eps = parameters, rate, b, eps
        self.squares, self.directions = [], []

    def begin_task(self):
        if self.squares:
            self.directions.append([m.flatten() / m.norm() for m in self.first])
        self.first = [torch.zeros_like(p) for p in self.parameters]
        self.squares.append([torch.zeros_like(p) for p in self.parameters])

    @torch.no_grad()
    def step(self):
        task = len(self.directions)
        for i, p in enumerate(self.parameters):
            m, v = self.first[i], self.squares[task][i]
            m.mul_(0.9).add_(p.grad, alpha=0.1)
            v.mul_(0.99).addcmul_(p.grad, p.grad, value=0.01)
            s = v
            if task > 0:
                u = m.flatten() / m.norm()
                s = math.exp(-self.b) * v
                for past in range(task):
                    s = s + math.exp(-self.b * float(torch.dot(u, self.directions[past][i]))) * self.squares[past][i]
            p.addcdiv_(p.grad, s.sqrt().add_(self.eps), value=-self.rate)


class Sgd:
    def __init__(self, parameters, rate=0.1):
        self.optimizer = torch.optim.SGD(parameters, lr=rate)
        self.step = self.optimizer.step

    def begin_task(self):
        pass


class Clock:
    """Seconds by what they were spent on."""

    def __init__(self):
        self.spent, self.last = {}, time.perf_counter()

    def lap(self, what):
        now = time.perf_counter()
        self.spent[what] = self.spent.get(what, 0) + now - self.last
        self.last = now


def mask(logits, task):
    logits[:, :CLASSES * task].data.fill_(-10e10)
    logits[:, CLASSES * (task + 1):].data.fill_(-10e10)
    return logits


def run(method):
    train, test = Images(TRAIN), Images(TEST)
    network = reduced_resnet18()
    optimizer = {"sgd": Sgd, "tag": TagRmsProp}[method](list(network.parameters()))
    clock = Clock()
    for task in range(TASKS):
        optimizer.begin_task()
        network.train()
        for x, y in DataLoader(train, BATCH, shuffle=True):
            clock.lap("loading")
            network.zero_grad()
            F.cross_entropy(mask(network(x), task), y + CLASSES * task).backward()
            clock.lap("gradients")
            optimizer.step()
            clock.lap("updates")
        network.eval()
        for seen in range(task + 1):
            for x, y in DataLoader(test, TEST_BATCH):
                clock.lap("loading")
                with torch.no_grad():
                    mask(network(x), seen).argmax(1).eq(y + CLASSES * seen).sum().item()
                clock.lap("evaluations")
    print(method, f"{sum(clock.spent.values()):.1f} s:", *(f"{k} {v:.1f}" for k, v in clock.spent.items()), flush=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    torch.manual_seed(0)
    for method in sys.argv[1:]:
        run(method)
