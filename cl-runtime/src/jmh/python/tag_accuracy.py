"""Naive SGD and TAG-RMSProp on `tiny100-32` in PyTorch: a second opinion on the accuracies of the page on reproduction.

Nothing of the build needs this file. The archive is the half Tiny ImageNet that the data set `tiny100-32` is made of:
    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python3 tag_accuracy.py tiny-imagenet-200-half.zip sgd:1 tag:1 sgd:2 ...
Prints accuracy, forgetting and learning accuracy of each method:seed, in percent.
"""
import io
import sys
import zipfile

import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F

from tag_run import BATCH, CLASSES, TASKS, Sgd, TagRmsProp, mask
from training_step import reduced_resnet18

ROOT = "tiny-imagenet-200/"


def load(archive):
    """Returns images [N, 3, 32, 32] and labels [N] of the training and the validation part."""
    files = zipfile.ZipFile(archive)
    words = files.read(ROOT + "wnids.txt").decode().split()[:TASKS * CLASSES]
    labels = {word: label for label, word in enumerate(words)}
    lines = files.read(ROOT + "val/val_annotations.txt").decode().splitlines()
    annotations = dict(line.split("\t")[:2] for line in lines)
    train, test = [], []
    for name in files.namelist():
        if name.endswith(".JPEG"):
            part, file = name.split("/")[1], name.split("/")[-1]
            word = name.split("/")[2] if part == "train" else annotations.get(file)
            if word in labels and part in ("train", "val"):
                (train if part == "train" else test).append((name, labels[word]))
    return *tensors(files, train), *tensors(files, test)


def tensors(files, examples):
    pixels = np.stack([decode(files.read(name)) for name, _ in examples])
    images = torch.from_numpy(pixels).permute(0, 3, 1, 2).contiguous().float().div(255)
    return images, torch.tensor([label for _, label in examples])


def decode(jpeg):
    return np.array(Image.open(io.BytesIO(jpeg)).convert("RGB").resize((32, 32), Image.BOX))


def task_of(labels, task):
    return (labels // CLASSES == task).nonzero().flatten()


def run(method, seed, x, y, x_test, y_test):
    torch.manual_seed(seed)
    network = reduced_resnet18()
    optimizer = {"sgd": Sgd, "tag": TagRmsProp}[method](list(network.parameters()))
    accuracy = np.zeros((TASKS, TASKS))  # of a task after a task
    for task in range(TASKS):
        optimizer.begin_task()
        network.train()
        rows = task_of(y, task)
        for batch in rows[torch.randperm(len(rows))].split(BATCH):
            network.zero_grad()
            F.cross_entropy(mask(network(x[batch]), task), y[batch]).backward()
            optimizer.step()
        network.eval()
        for seen in range(task + 1):
            rows = task_of(y_test, seen)
            with torch.no_grad():
                hits = mask(network(x_test[rows]), seen).argmax(1).eq(y_test[rows])
            accuracy[seen, task] = 100 * hits.float().mean().item()
    final = accuracy[:, -1]
    forgetting = (accuracy.max(1) - final)[:-1].mean()
    print(f"{method} {seed}: {final.mean():.2f} {forgetting:.2f} {accuracy.diagonal().mean():.2f}", flush=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    parts = load(sys.argv[1])
    for name in sys.argv[2:]:
        method, seed = name.split(":")
        run(method, int(seed), *parts)
