import groovy.json.JsonSlurper
import java.util.concurrent.TimeUnit

def experiments = ['gpm-permuted', 'anchor-permuted']
def project = new File(basedir, 'sample-project')
def results = { String name, int seed ->
    new File(project, "target/cl/default/$name/seed-$seed/results.json")
}
def run = { List<String> command, File output, File errors ->
    def process = new ProcessBuilder(command)
            .directory(project)
            .redirectOutput(output)
            .redirectError(errors)
            .start()
    assert process.waitFor(500, TimeUnit.SECONDS)
    assert process.exitValue() == 0
}

// The second 'verify' trains nothing and says so.
def builds = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert builds.size() == 2
experiments.each { name ->
    (1..3).each { assert builds[0].contains("Training $name seed $it: there are no results.") }
    assert builds[1].contains("$name is up to date: nothing to train.")
}
assert !builds[1].contains('Training ')

// The report shows the numbers of results.json, and the browser says nothing.
def browser = System.getenv('PATH').split(File.pathSeparator)
        .collectMany { folder ->
            ['chromium', 'chromium-browser', 'google-chrome', 'chrome'].collect { new File(folder, it) }
        }
        .find { it.canExecute() }
if (browser || System.getenv('CI')) {
    assert browser: 'no Chromium on the path'
    def page = new File(basedir, 'page.html')
    def console = new File(basedir, 'browser.log')
    run([browser.path, '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run',
            '--disable-background-networking', "--user-data-dir=$basedir/browser".toString(),
            '--virtual-time-budget=5000', '--enable-logging=stderr', '--v=0', '--dump-dom',
            new File(project, 'target/cl/default/report/index.html').toURI().toString()], page, console)
    assert console.readLines('ISO-8859-1').findAll { it.contains(':CONSOLE') } == []
    def html = page.getText('UTF-8')
    assert html.count('class="cl-figure') > 0
    assert html.count('<svg') == html.count('class="cl-figure')
    def between = { String text, String start, String end ->
        assert text.contains(start)
        def rest = text.substring(text.indexOf(start))
        rest.substring(0, rest.indexOf(end))
    }
    def percent = { String.format(Locale.ROOT, '%.2f %%', 100 * it) }
    experiments.each { name ->
        def matrix = between(html, "id=\"experiment-$name-matrix\"", '</figure>')
        def trials = (1..3).collect { new JsonSlurper().parse(results(name, it)) }
        trials.each { trial ->
            def table = between(matrix, "<caption>Seed $trial.seed</caption>", '</table>')
            def shown = (table =~ /<td class="n">([\d.]+ %)<\/td>/).collect { it[1] }
            assert shown == trial.accuracy.rows.flatten().collect(percent)
        }
        def tile = between(html, "id=\"experiment-$name\"", '</dl>')
        ['accuracy', 'bwt', 'forgetting.max'].each { metric ->
            def mean = trials.sum { it.metrics[metric] } / trials.size()
            assert tile.contains("<dt>$metric</dt><dd class=\"value\">${percent(mean)}</dd>")
        }
    }
} else {
    println 'no Chromium on the path; set CI to make it obligatory'
}

// One parameter of one experiment is edited: only that experiment is trained again.
def kept = (1..3).collect { results('gpm-permuted', it).getText('UTF-8') }
def yaml = new File(project, 'src/main/cl/anchor-permuted.yaml')
def text = yaml.getText('UTF-8')
assert text.contains('strength: 0.1}')
yaml.setText(text.replace('strength: 0.1}', 'strength: 0.2}'), 'UTF-8')
def third = new File(basedir, 'third.log')
run(["$mavenHome/bin/mvn".toString(), '-B', '-ntp', '-s', settings.toString(),
        "-Dmaven.repo.local=$localRepositoryPath".toString(), 'cl:train'], third, new File(basedir, 'third.err'))
def log = third.getText('UTF-8')
assert log.contains('gpm-permuted is up to date: nothing to train.')
(1..3).each {
    assert log.contains("Training anchor-permuted seed $it: method.strength: 0.1 -> 0.2.")
    assert new JsonSlurper().parse(results('anchor-permuted', it)).configuration.method.strength == 0.2
}
assert log.count('Training ') == 3
assert (1..3).collect { results('gpm-permuted', it).getText('UTF-8') } == kept
return true
