def log = new File(basedir, 'build.log').getText('UTF-8')
return true
