def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('4 data files are in')
assert new File(basedir, 'target/cl/default/one/seed-1/results.json').isFile()
return true
