import java.nio.file.Files
import java.nio.file.Path

// The same Java under another name, so that the command line shows which one was taken.
def jdk = basedir.toPath().resolve('jdk')
Files.createSymbolicLink(jdk, Path.of(System.getProperty('java.home')))
new File(basedir, 'toolchains.xml').setText("""\
<?xml version="1.0" encoding="UTF-8"?>
<toolchains>
  <toolchain>
    <type>jdk</type>
    <provides>
      <version>of-the-case</version>
    </provides>
    <configuration>
      <jdkHome>$jdk</jdkHome>
    </configuration>
  </toolchain>
</toolchains>
""", 'UTF-8')
return true
