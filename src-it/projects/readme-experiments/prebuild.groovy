// Every experiment file that the README shows.
def folder = new File(basedir, 'src/main/cl')
folder.mkdirs()
def blocks = (new File(readme).getText('UTF-8') =~ /(?s)```yaml\n(.*?)```/).collect { it[1] }
assert blocks.size() == 2
blocks.eachWithIndex { text, i -> new File(folder, "experiment-${i}.yaml").setText(text, 'UTF-8') }
return true
