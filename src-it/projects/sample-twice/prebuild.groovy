import java.nio.file.Files

// What a user would check out: without what earlier builds of it left behind.
def from = new File(sample).toPath()
def to = new File(basedir, 'sample-project').toPath()
Files.walk(from).filter { !from.relativize(it).startsWith('target') }.forEach {
    def copy = to.resolve(from.relativize(it).toString())
    Files.isDirectory(it) ? Files.createDirectories(copy) : Files.copy(it, copy)
}
return true
