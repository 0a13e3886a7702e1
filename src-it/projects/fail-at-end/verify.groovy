def builds = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert builds.size() == 2
def file = { String path -> new File(basedir, path) }

// The gate of one module fails; the other one is trained, reported and gated all the same.
assert builds[0] =~ /\[ERROR\] digits breaks rule 'accuracy.minimum': mean accuracy over 1 seed is 0\.\d+, minimum is 0\.99/
assert builds[0] =~ /weak [ .]+FAILURE/
assert builds[0] =~ /sound [ .]+SUCCESS/
['weak', 'sound'].each {
    assert file("$it/target/cl/default/digits/seed-1/results.json").isFile()
    assert file("$it/target/cl/default/report/index.html").isFile()
}
assert builds[0].indexOf('breaks rule') < builds[0].lastIndexOf('Training digits seed 1: there are no results.')

assert builds[1].contains('digits is up to date: nothing to train.')
assert builds[1].contains('BUILD SUCCESS')
assert !builds[1].contains('breaks rule')

assert !file('unchosen/target').exists()
return true
