// The README shows this POM.
def pom = new File(basedir, 'pom.xml').getText('UTF-8').trim()
assert new File(readme).getText('UTF-8').contains(pom)

assert new File(basedir, 'target/cl/default/shades/seed-1/results.json').isFile()
assert new File(basedir, 'target/cl/default/report/index.html').isFile()
return true
