import java.nio.file.Files
import java.nio.file.Path

Files.createDirectories(basedir.toPath().resolve('src/main/cl/baselines'))
Files.createSymbolicLink(basedir.toPath().resolve('worse/baselines'), Path.of('../src/main/cl/baselines'))
return true
