package io.clmaven.plugin.check;

import io.clmaven.plugin.check.Verdict.Outcome;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Verdicts as JUnit XML, so that a CI server shows every rule as a test.
 *
 * @param directory where the files go, beside Surefire's
 */
public record JUnitReport(Path directory) {

  /** Writes the verdicts of one experiment to {@code TEST-io.clmaven.<experiment>.xml}. */
  public void write(String experiment, List<Verdict> verdicts) {
    String suite = "io.clmaven." + experiment;
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      writeSuite(xml, suite, verdicts);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    WholeFile.write(directory.resolve("TEST-" + suite + ".xml"), text + "\n");
  }

  private static void writeSuite(XMLStreamWriter xml, String suite, List<Verdict> verdicts)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", suite);
    xml.writeAttribute("tests", String.valueOf(verdicts.size()));
    xml.writeAttribute("failures", count(verdicts, Outcome.BROKEN));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", count(verdicts, Outcome.SKIPPED));
    xml.writeAttribute("time", "0");
    for (Verdict verdict : verdicts) {
      writeCase(xml, suite, verdict);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static void writeCase(XMLStreamWriter xml, String suite, Verdict verdict)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", suite);
    xml.writeAttribute("name", verdict.rule());
    xml.writeAttribute("time", "0");
    String element =
        switch (verdict.outcome()) {
          case BROKEN -> "failure";
          case SKIPPED -> "skipped";
          case MET -> "system-out";
        };
    xml.writeStartElement(element);
    if (verdict.outcome() != Outcome.MET) {
      xml.writeAttribute("message", verdict.message());
    }
    xml.writeCharacters(verdict.message());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String count(List<Verdict> verdicts, Outcome outcome) {
    return String.valueOf(verdicts.stream().filter(v -> v.outcome() == outcome).count());
  }
}
