assert new File(basedir, 'target/cl/default/one/seed-1/results.json').isFile()
return true
