import groovy.json.JsonSlurper
import java.util.concurrent.TimeUnit

// A search that Maven is killed in ends with the same bytes, and its winner is an experiment.

def sweep = { String runId -> new File(basedir, "target/cl/$runId/sweeps/rates") }
def start = { String log, String... arguments ->
    new ProcessBuilder(["$mavenHome/bin/mvn", '-B', '-ntp', '-s', "$settings",
            "-Dmaven.repo.local=$localRepositoryPath", *arguments]*.toString())
            .directory(basedir)
            .redirectErrorStream(true)
            .redirectOutput(new File(basedir, log))
            .start()
}
def finish = { Process maven ->
    assert maven.waitFor(500, TimeUnit.SECONDS)
    assert maven.exitValue() == 0
}
def results = { File folder ->
    def found = []
    folder.exists() && folder.eachFileRecurse { if (it.name == 'results.json') found << it }
    found
}

def uninterrupted = new File(sweep('default'), 'sweep.json').getText('UTF-8')
def result = new JsonSlurper().parseText(uninterrupted)
assert result.evaluated == 'validation'
assert result.rungs == [[points: 3, seeds: 1], [points: 1, seeds: 2]]
assert result.points*.state == ['COMPLETE', 'DROPPED', 'DIVERGED']
assert result.points[0].values == ['training.optimizer.learningRate': 0.02]
assert result.points[0].scores.size() == 2
assert result.points[2].reason.contains('Cannot continue trial')
assert results(sweep('default')).size() == 3
results(sweep('default')).each {
    def trial = new JsonSlurper().parse(it)
    assert trial.configuration.evaluated == 'validation'
    assert trial.fingerprint.evaluated == 'validation'
    assert trial.configuration.benchmark.validation == 0.2
    assert trial.configuration.seeds == [1, 2]
}
def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains("1 sweep in 'src/main/cl/sweeps':")
assert log.contains('  rates: search of small, points: 3, seeds: 2, metric: accuracy')
assert new File(basedir, 'target/cl/default/sweep.schema.json').isFile()

// Two points were trained at the same time: both had begun before one of them had ended.
def together = ['0.02', '0.001'].collect { rate ->
    new File(sweep('default').listFiles().find { it.name.startsWith("learningRate=$rate-") }, 'seed-1')
}
def began = together.collect { new File(it, 'fork/command.txt').lastModified() }
def ended = together.collect { new File(it, 'results.json').lastModified() }
assert began.every { it > 0 } && began.max() < ended.min()
assert log.contains('Workers: 2 at a time')
assert log.contains('Sweep rates, rung 2 of 2: 1 point with 2 seeds each.')

// Maven is killed as soon as one trial is done.
def maven = start('killed.log', 'cl:sweep', '-Dcl.runId=killed')
while (maven.alive && results(sweep('killed')).empty) {
    Thread.sleep(20)
}
def workers = maven.descendants().toList()
maven.destroyForcibly().waitFor(60, TimeUnit.SECONDS)
workers.each { it.onExit().get(60, TimeUnit.SECONDS) }
assert !new File(sweep('killed'), 'sweep.json').exists()
def done = results(sweep('killed')).collectEntries { [it, it.getText('UTF-8')] }
finish(start('resumed.log', 'cl:sweep', '-Dcl.runId=killed'))
assert new File(sweep('killed'), 'sweep.json').getText('UTF-8') == uninterrupted
done.each { file, text -> assert file.getText('UTF-8') == text }

// The winner is trained and tested as it is: with the value found, without what only the search had.
new File(basedir, 'src/main/cl/winner.yaml').bytes = new File(sweep('default'), 'winner.yaml').bytes
finish(start('winner.log', 'cl:train', '-Dcl.experiments=winner', '-Dcl.seeds=1'))
def winner = new JsonSlurper().parse(new File(basedir, 'target/cl/default/winner/seed-1/results.json'))
assert winner.configuration.training.optimizer.learningRate == 0.02
assert winner.configuration.benchmark.validation == 0
assert !winner.configuration.containsKey('evaluated')
return true
