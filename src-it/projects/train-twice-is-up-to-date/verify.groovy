def log = new File(basedir, 'build.log').getText('UTF-8')

def builds = log.split('Scanning for projects').drop(1)
assert builds.size() == 3
assert builds[0].contains('Training one seed 1: there are no results.')
assert builds[0].contains('Training two seed 2: there are no results.')

assert builds[1].contains('one is up to date: nothing to train.')
assert builds[1].contains('two is up to date: nothing to train.')
assert !builds[1].contains('Training ')

assert builds[2].contains('one is up to date: nothing to train.')
[1, 2].each {
    assert builds[2].contains("Training two seed $it: training.optimizer.learningRate: 0.05 -> 0.01.")
}
return true
