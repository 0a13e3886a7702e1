def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains("Cannot train seed 1 of 'hungry': the worker ended with out of memory (exit code 4)." +
        " Raise cl.fork.maxHeap or cl.fork.maxOffHeap, or use smaller batches.")
assert log.contains('memory: heap at most 256m (cl.fork.maxHeap)')
assert log =~ /in progress: .*permutation/
assert !new File(basedir, 'target/cl/default/hungry/seed-1/results.json').exists()
return true
