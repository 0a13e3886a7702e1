def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains("Module 'library' has no results.")
def report = new File(basedir, 'target/cl/default/report-aggregate/index.html').getText('UTF-8')
assert report.contains('left/digits') && report.contains('right/digits')
return true
