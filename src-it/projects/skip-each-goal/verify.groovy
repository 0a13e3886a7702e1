def log = new File(basedir, 'build.log').getText('UTF-8')

def builds = log.split('Scanning for projects').drop(1)
def goals = ['validate', 'download-data', 'train', 'report', 'check']
goals.each {
    assert builds[0].contains("Skipping cl:$it: cl.skip is set.")
    assert builds[1].contains("Skipping cl:$it: cl.${it}.skip is set.")
}
assert builds[2].contains('Skipping cl:check: cl.check.skip is set.')
assert builds[2].count('Skipping ') == 1
assert new File(basedir, 'target/cl/default/one/seed-1/results.json').isFile()
return true
