def log = new File(basedir, 'build.log').getText('UTF-8')
def builds = log.split('Scanning for projects').drop(1)

assert builds[0].contains("digits meets rule 'accuracy.minimum'")
assert new File(basedir, 'target/cl/default/report/index.html').isFile()
assert new File(basedir, 'target/site/cl-report.html').getText('UTF-8').contains('digits')

assert builds[1].contains('digits is up to date: nothing to train.')
assert builds[1].contains('weight-anchor')
assert builds[1].contains('worker Java')
assert builds[1].contains('cl:update-baseline')
return true
