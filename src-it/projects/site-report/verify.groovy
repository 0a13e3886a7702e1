import groovy.json.JsonSlurper

def results = new JsonSlurper().parse(new File(basedir, 'target/cl/default/digits/seed-1/results.json'))
def percent = String.format(Locale.ROOT, '%.1f', 100 * results.accuracy.rows[1][0])
['target/site/cl-report.html', 'target/cl/default/report/index.html'].each {
    def page = new File(basedir, it).getText('UTF-8')
    assert page.contains('digits')
    assert page.contains(percent)
    // Nothing is fetched from the network.
    assert !(page =~ /(?:src|href)="https?:[^"]*\.(?:js|css)"/)
}
return true
