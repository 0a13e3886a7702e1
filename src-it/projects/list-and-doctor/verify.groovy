def log = new File(basedir, 'build.log').getText('UTF-8')

def builds = log.split('Scanning for projects').drop(1)
assert builds.size() == 5
['methods', 'benchmarks', 'models', 'optimizers', 'data sets', 'metrics', 'presets', 'sweeps', 'naive', 'joint', 'gpm',
        'permuted-mnist', 'mnist-sample', 'weight-anchor', 'gpm-pmnist', 'grid-ewc-cub'].each {
    assert builds[0].contains(it)
}
assert builds[1].contains('threshold') && builds[1].contains('ICLR 2021')
assert builds[2].contains('strength') && builds[2].contains('range [0, inf)')
['Maven', 'worker Java', 'ND4J backend', 'data cache', 'maven-site-plugin'].each {
    assert builds[3].contains(it)
}
assert builds[3] =~ /engine +'dl4j', which was asked for/
assert builds[3] =~ /data cache +'.*', \d+ MiB free/
assert builds[3] =~ /results +'.*', \d+ MiB free/
assert builds[4].contains("Cannot show 'gmp' of cl.name")
return true
