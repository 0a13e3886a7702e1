def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('Cannot start a worker: 2 ND4J backends are on its class path, only one can be used.' +
        ' Remove all but one from the dependencies:')
assert log.contains('org.nd4j:nd4j-native:')
assert log.contains('org.nd4j:nd4j-cuda-11.6:')

def doctor = log.split('Scanning for projects')[2]
assert doctor =~ /\[ERROR\] worker +Cannot start a worker: 2 ND4J backends/
assert (doctor =~ /data cache +'.*', \d+ MiB free/).size() == 1
return true
