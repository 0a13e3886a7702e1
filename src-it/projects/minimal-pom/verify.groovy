def text = new File(readme).getText('UTF-8')

// The README shows this POM and these commands.
assert text.contains(new File(basedir, 'pom.xml').getText('UTF-8').trim())
['mvn cl:validate ', 'mvn verify ', 'mvn cl:update-baseline ', 'mvn site '].each {
    assert text.contains(it)
}

assert new File(basedir, 'target/cl/default/shades/seed-1/results.json').isFile()
assert new File(basedir, 'target/cl/default/report/index.html').isFile()
assert new File(basedir, 'src/main/cl/baselines/shades.json').isFile()
assert new File(basedir, 'target/site/cl-report.html').getText('UTF-8').contains('shades')
return true
