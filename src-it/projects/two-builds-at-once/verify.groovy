import java.util.concurrent.TimeUnit

// Two Mavens, one project, one empty data cache: both get it right, and only one trains.
def verify = { String log ->
    new ProcessBuilder("$mavenHome/bin/mvn".toString(), '-B', '-ntp', '-s', settings.toString(),
            "-Dmaven.repo.local=$localRepositoryPath".toString(), 'verify',
            '-Dcl.data.cacheDirectory=target/shared-cache')
            .directory(basedir)
            .redirectErrorStream(true)
            .redirectOutput(new File(basedir, log))
            .start()
}
def builds = [verify('first.log'), verify('second.log')]
builds.each {
    assert it.waitFor(500, TimeUnit.SECONDS)
    assert it.exitValue() == 0
}
def logs = ['first.log', 'second.log'].collect { new File(basedir, it).getText('UTF-8') }
assert logs.count { it.contains('is up to date') } == 1
return true
