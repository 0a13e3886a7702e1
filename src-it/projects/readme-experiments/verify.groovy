def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains("2 experiments in 'src/main/cl':")
assert log =~ /experiment-0: permuted-mnist .*3 seeds \(extends preset\/gpm-pmnist\)/
assert log =~ /experiment-1: permuted-mnist .*3 seeds \(extends preset\/gpm-pmnist\)/
assert log.contains('JSON Schema for editors: target/cl/default/experiment.schema.json')
assert new File(basedir, 'target/cl/default/experiment.schema.json').getText('UTF-8').contains('gpm')
return true
