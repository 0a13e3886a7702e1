def log = new File(basedir, 'build.log').getText('UTF-8')

def content = new File(basedir, 'target/empty-cache/content/ba/ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db')
assert log.contains("Cannot download 'mnist/train-images-idx3-ubyte.gz': Maven is offline (-o) and the file is not" +
        " in the data cache ('$content'). Run 'mvn cl:download-data' without -o, or fetch ")
assert log.contains("by hand, put it at '<folder>/mnist/train-images-idx3-ubyte.gz' and set -Dcl.data.mirror=<folder>. Needed by one.yaml.")
return true
