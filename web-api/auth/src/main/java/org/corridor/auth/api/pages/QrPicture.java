package org.corridor.auth.api.pages;

import io.nayuki.qrcodegen.QrCode;

/** A QR code (ISO/IEC 18004) as SVG: no script draws it, and no picture is fetched. */
final class QrPicture {

  /** What readers need around it (section 6.3.8). */
  private static final int QUIET = 4;

  /** Of each module: a whole number, or some modules are wider than others. */
  private static final int PIXELS = 5;

  private QrPicture() {}

  /**
   * @param label what it is, escaped for HTML
   */
  static String svg(String text, String label) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    var side = code.size + 2 * QUIET;
    return """
        <svg width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-label="%s" shape-rendering="crispEdges">
        <rect width="%d" height="%d" fill="#fff"/>
        <path d="%s" fill="#000"/>
        </svg>
        """
        .formatted(PIXELS * side, PIXELS * side, side, side, label, side, side, dark(code));
  }

  private static String dark(QrCode code) {
    var path = new StringBuilder();
    for (var y = 0; y < code.size; y++) {
      for (var x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
        }
      }
    }
    return path.toString();
  }
}
