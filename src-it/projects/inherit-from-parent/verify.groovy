def log = new File(basedir, 'build.log').getText('UTF-8')

assert new File(basedir, 'experiments/target/cl/default/one/seed-1/results.json').isFile()
// The parent and a module without code say that they have nothing to train, but do not warn.
assert log.count("[INFO] Skipping cl:train: there is no experiment (*.yaml) in 'src/main/cl'.") == 2
assert !log.contains('[WARNING] Skipping')
assert !new File(basedir, 'library/target/cl').exists()
return true
