import groovy.json.JsonSlurper

def result = { String path -> new JsonSlurper().parse(new File(basedir, "target/cl/$path/seed-1/results.json")) }

assert new File(basedir, 'target/cl/default/started/seed-1/model.zip').isFile()
assert result('default/started').environment.engine == 'onednn'
assert result('continued/continued').environment.engine == 'dl4j'

def builds = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert builds[2].contains("with engine 'onednn': it is a DL4J network. Set 'cl.engine' to 'dl4j' or 'auto'.")
return true
