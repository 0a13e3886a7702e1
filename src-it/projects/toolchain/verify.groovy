def command = new File(basedir, 'target/cl/default/one/seed-1/fork/command.txt').getText('UTF-8')
assert command.startsWith(new File(basedir, 'jdk/bin/java').path)
return true
