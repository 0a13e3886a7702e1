def log = new File(basedir, 'build.log').getText('UTF-8')

assert new File(basedir, 'experiments/target/cl/default/one/seed-1/results.json').isFile()
// A module without experiments says nothing, and neither does the parent.
assert !log.contains('Skipping')
assert !new File(basedir, 'library/target/cl').exists()
return true
