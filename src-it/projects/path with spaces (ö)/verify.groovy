assert new File(basedir, 'target/cl/default/größe/seed-1/results.json').isFile()
