def log = new File(basedir, 'build.log').getText('UTF-8')
import groovy.json.JsonSlurper

def builds = log.split('Scanning for projects').drop(1)
assert builds.size() == 7
assert builds[0].contains("digits breaks rule 'accuracy.margin': there is no baseline 'src/main/cl/baselines/digits.json'." +
        ' Run cl:update-baseline and commit the file')
assert builds[1].contains("Wrote 'src/main/cl/baselines/digits.json'.")
assert builds[3] =~ /digits breaks rule 'accuracy.margin': mean accuracy over 3 common seeds is 0\.\d+, baseline 0\.\d+, difference -0\.\d+; with 95 % confidence worse by at most 0\.\d+, margin is 0\.01/
assert builds[4].contains("To accept that, say why with -Dcl.baseline.reason='...'; the reason is kept in the file.")
assert builds[6].contains('Cannot update baselines: the environment variable CI is set')
def baseline = new JsonSlurper().parse(new File(basedir, 'src/main/cl/baselines/digits.json'))
assert baseline.reason == 'try'
assert baseline.metrics.accuracy.keySet() == ['1', '2', '3'] as Set
return true
