def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /Cannot continue trial 'hungry', seed 1: .*Raise 'cl\.fork\.max/
assert log.contains('memory: heap at most 256m (cl.fork.maxHeap)')
assert log =~ /in progress: .*permutation/
assert !new File(basedir, 'target/cl/default/hungry/seed-1/results.json').exists()
return true
