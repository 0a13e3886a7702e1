assert new File(basedir, 'target/cl/default/digits/seed-1/results.json').isFile()
return true
