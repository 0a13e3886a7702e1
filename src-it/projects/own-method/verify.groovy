def log = new File(basedir, 'build.log').getText('UTF-8')

def builds = log.split('Scanning for projects').drop(1)
assert builds[1].contains("Cannot use the experiments in 'wrong': there is a mistake. Correct it:")
assert builds[1].contains("steady.yaml:3:35: 'factor' must be greater than 0 and at most 1, but is 2.")
assert builds[2].contains("Cannot continue trial 'steady', seed 1: 'it.Thrower' of this project threw" +
        ' IllegalStateException: the seventh step.')
assert new File(basedir, 'target/cl/default/steady/seed-1/results.json').isFile()
return true
