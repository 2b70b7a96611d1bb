package org.corridor.transaction.infrastructure.file;

import java.io.InputStream;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through the elements of an XML document as it comes. A document type declaration ends it at
 * once, so there are no entities: neither those that name files, nor those that multiply.
 */
final class XmlElements {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_TEXT = 2_000;

  /** What somebody does with the elements. */
  interface Visitor {

    /**
     * An element begins.
     *
     * @param path names joined by {@code /}; one of another namespace than the document's begins
     *     with a colon
     */
    void begins(String path, XMLStreamReader element);

    /**
     * An element ends that has no others inside.
     *
     * @param text without white space around, and with single spaces inside
     */
    void hasText(String path, String text);

    /** Any element ends. */
    void ends(String path);

    /** False ends it all. */
    boolean goesOn();
  }

  /** It is not a document that is taken. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  private final Visitor visitor;
  private final StringBuilder path = new StringBuilder();
  private final int[] parents = new int[MAX_DEPTH];
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean isLeaf;
  private String namespace;
  private XMLStreamReader xml;

  XmlElements(Visitor visitor) {
    this.visitor = visitor;
  }

  /** From 1; where the reader stands. */
  int line() {
    return xml == null ? 1 : xml.getLocation().getLineNumber();
  }

  /**
   * @throws Refused if it is not well-formed, or not harmless
   */
  void read(InputStream body) throws Refused {
    try {
      xml = factory().createXMLStreamReader(body);
      while (xml.hasNext() && visitor.goesOn()) {
        step(xml.next());
      }
    } catch (XMLStreamException e) {
      throw new Refused("is not well-formed XML");
    }
  }

  /** The JDK's own, whatever else there is; the limits of a JDK hold besides. */
  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, name) -> {
          throw new XMLStreamException("nothing outside of the document is read");
        });
    return factory;
  }

  private void step(int event) throws Refused {
    switch (event) {
      case XMLStreamConstants.DTD -> throw new Refused("must not have a document type declaration");
      case XMLStreamConstants.ENTITY_REFERENCE -> throw new Refused("must not have entities");
      case XMLStreamConstants.START_ELEMENT -> begin();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> addText();
      case XMLStreamConstants.END_ELEMENT -> end();
      default -> {
        // comments and processing instructions say nothing here
      }
    }
  }

  private void begin() throws Refused {
    if (depth == MAX_DEPTH) {
      throw new Refused("has elements too deep inside of others");
    }
    if (depth == 0) {
      namespace = xml.getNamespaceURI();
    }
    parents[depth++] = path.length();
    if (path.length() > 0) {
      path.append('/');
    }
    if (!Objects.equals(namespace, xml.getNamespaceURI())) {
      path.append(':');
    }
    path.append(xml.getLocalName());
    text.setLength(0);
    isLeaf = true;
    visitor.begins(path.toString(), xml);
  }

  private void addText() throws Refused {
    if (isLeaf) {
      text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      if (text.length() > MAX_TEXT) {
        throw new Refused("has too long a text");
      }
    }
  }

  private void end() {
    var ended = path.toString();
    if (isLeaf) {
      visitor.hasText(ended, text.toString().strip().replaceAll("\\s+", " "));
    }
    visitor.ends(ended);
    isLeaf = false;
    path.setLength(parents[--depth]);
  }
}
