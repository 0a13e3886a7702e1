def log = new File(basedir, 'build.log').getText('UTF-8')

def builds = log.split('Scanning for projects').drop(1)
assert builds[1].contains("factor")
assert builds[1].contains("(0, 1]")
assert builds[2].contains('the seventh step')
assert builds[2].contains('it.Thrower')
assert new File(basedir, 'target/cl/default/steady/seed-1/results.json').isFile()
