def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('[left seed 1]') && log.contains('[right seed 1]')
assert !log.contains('not marked as thread-safe')
['left', 'right'].each {
    assert new File(basedir, "$it/target/cl/default/$it/seed-1/results.json").isFile()
}
return true
