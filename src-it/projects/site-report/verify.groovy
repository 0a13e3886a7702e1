import groovy.json.JsonSlurper

def results = new JsonSlurper().parse(new File(basedir, 'target/cl/default/digits/seed-1/results.json'))
def percent = String.format(Locale.ROOT, '%.1f', 100 * results.accuracy.rows[1][0])

// 'steady' measures its landscape, and its method has contracts that were checked at every epoch.
def steady = new File(basedir, 'target/cl/default/steady/seed-1')
def landscape = new JsonSlurper().parse(new File(steady, 'analysis/loss-landscape.json'))
assert landscape.curves.collect { [it.after, it.on] } == [[0, 0], [1, 0], [1, 1]]
assert landscape.curves.every { it.losses*.size() == [4, 4] }
def contracts = new JsonSlurper().parse(new File(steady, 'results.json')).diagnostics.contracts
assert contracts*.id.contains('gpm.orthonormal')
assert contracts.every { it.checks > 0 && it.worst <= it.limit }

['target/site/cl-report.html', 'target/cl/default/report/index.html'].each {
    def page = new File(basedir, it).getText('UTF-8')
    assert page.contains('digits')
    assert page.contains(percent)
    assert page =~ />Loss landscape</
    assert page =~ />Contracts</
    contracts.each { assert page.contains(it.id) }
    // Nothing is fetched from the network.
    assert !(page =~ /(?:src|href)="https?:[^"]*\.(?:js|css)"/)
}
return true
