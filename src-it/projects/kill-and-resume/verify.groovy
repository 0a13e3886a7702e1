import groovy.json.JsonSlurper
import java.util.concurrent.TimeUnit

// Twenty times a worker or Maven is killed at a random moment of training. Whatever was killed, no
// worker outlives it by more than 5 s, and the trial ends bit for bit as if nothing had happened.

def kills = 20
def killsOfOneTrial = 5
def mostTrials = 12 // 4 would do if no trial were done before it is killed
def random = new Random(20261121)
def run = new File(basedir, 'target/cl/killed')
def seed = new File(run, 'long/seed-1')
def outcome = { File folder ->
    def results = new JsonSlurper().parse(new File(folder, 'results.json'))
    [results.accuracy, results.metrics, results.parametersSha256]
}
def uninterrupted = outcome(new File(basedir, 'target/cl/default/long/seed-1'))

def train = {
    new ProcessBuilder("$mavenHome/bin/mvn".toString(), '-B', '-ntp', '-s', settings.toString(),
            "-Dmaven.repo.local=$localRepositoryPath".toString(), 'cl:train', '-Dcl.runId=killed')
            .directory(basedir)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(basedir, 'killed.log')))
            .start()
}
def workers = { Process maven ->
    maven.descendants().filter { it.info().commandLine().orElse('').contains('seed-1') }.toList()
}
def started = { Process maven ->
    def events = new File(seed, 'events.jsonl')
    def before = events.exists() ? events.text.count('"trial-started"') : 0
    while (maven.alive) {
        if (events.exists() && events.text.count('"trial-started"') > before) {
            return true
        }
        Thread.sleep(20)
    }
    return false
}

def killed = [worker: 0, maven: 0]
def resumed = 0
def trials = 0
while (killed.worker + killed.maven < kills) {
    trials++
    assert trials <= mostTrials: "killed only $killed: the trials end too soon"
    run.deleteDir()
    killsOfOneTrial.times {
        def maven = train()
        if (!started(maven)) {
            return // it was done before it could be killed
        }
        Thread.sleep(random.nextInt(900))
        def alive = workers(maven)
        if (alive.empty || new File(seed, 'results.json').exists()) {
            maven.waitFor()
            return
        }
        def victim = random.nextBoolean() ? 'worker' : 'maven'
        (victim == 'worker' ? alive : [maven.toHandle()]).each { it.destroyForcibly() }
        alive.each {
            try {
                it.onExit().get(5, TimeUnit.SECONDS)
            } catch (java.util.concurrent.TimeoutException e) {
                assert false: "worker ${it.pid()} outlived the killed $victim by 5 s"
            }
        }
        assert maven.waitFor(500, TimeUnit.SECONDS)
        if (new File(seed, 'results.json').exists()) {
            return // it was done before it was killed
        }
        assert maven.exitValue() != 0
        killed[victim]++
    }
    def maven = train()
    assert maven.waitFor(500, TimeUnit.SECONDS)
    assert maven.exitValue() == 0
    assert outcome(seed) == uninterrupted
    resumed += new JsonSlurper().parse(new File(seed, 'results.json')).resumes
}
println "killed $killed, resumed $resumed times"
assert killed.worker > 0 && killed.maven > 0
assert resumed > 0
return true
