package org.corridor.transaction.infrastructure.file;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.file.TransferFileReader.Bounds;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.file.FiledTransfer;
import org.corridor.transaction.infrastructure.file.XmlElements.Refused;

/**
 * A customer credit transfer initiation (ISO 20022, pain.001.001, version 03, 09 or later). What
 * decides what moves is read and checked; names, addresses, agents and purposes are passed over.
 * What would have to be done otherwise than transfers are done here is a fault: a later day, a
 * cheque, an amount in another currency than it moves in.
 */
final class Pain001Transfers implements XmlElements.Visitor {

  private static final Pattern NAMESPACE =
      Pattern.compile("urn:iso:std:iso:20022:tech:xsd:pain\\.001\\.001\\.(03|09|[1-9][0-9])");
  private static final int MAX_NAME = 35;
  private static final int DATE = "2026-11-02".length();

  private static final String FILE = "Document/CstmrCdtTrfInitn";
  private static final String HEADER = FILE + "/GrpHdr";
  private static final String PAYMENT = FILE + "/PmtInf";
  private static final String TRANSFER = PAYMENT + "/CdtTrfTxInf";
  private static final String AMOUNT = TRANSFER + "/Amt/InstdAmt";

  private final Bounds bounds;
  private final Faults faults;
  private final Consumer<FiledTransfer> taken;
  private final XmlElements elements = new XmlElements(this);
  private final ControlSum all = new ControlSum();
  private ControlSum ofPayment;
  private String debtor;
  private String method;
  private int payments;
  private int transfers;
  private int count;
  private Draft draft;
  private boolean ended;

  /** A transfer whose element has begun. */
  private static final class Draft {
    final int line;
    String endToEndId;
    String amount;
    String currency;
    String creditor;
    String unstructured;
    String structured;

    Draft(int line) {
      this.line = line;
    }

    String reference() {
      return unstructured == null ? structured : unstructured;
    }
  }

  Pain001Transfers(Bounds bounds, Faults faults, Consumer<FiledTransfer> taken) {
    this.bounds = bounds;
    this.faults = faults;
    this.taken = taken;
  }

  void read(InputStream body) {
    try {
      elements.read(body);
    } catch (Refused e) {
      faults.add("line " + elements.line(), e.getMessage());
      return;
    }
    if (faults.isEmpty()) {
      check(HEADER, all);
    }
  }

  @Override
  public boolean goesOn() {
    return !faults.isFull() && !ended;
  }

  @Override
  public void begins(String path, XMLStreamReader element) {
    switch (path) {
      case PAYMENT -> {
        payments++;
        transfers = 0;
        debtor = null;
        method = null;
        ofPayment = new ControlSum();
      }
      case TRANSFER -> {
        transfers++;
        count++;
        draft = new Draft(elements.line());
      }
      case AMOUNT -> draft.currency = element.getAttributeValue(null, "Ccy");
      case TRANSFER + "/Amt/EqvtAmt" -> fault(path, "is not supported: give InstdAmt");
      case TRANSFER + "/ChqInstr" -> fault(path, "is not supported: nothing is paid by cheque");
      default -> {
        if (path.indexOf('/') < 0) {
          root(path, element.getNamespaceURI());
        }
      }
    }
    if (count > bounds.maxTransfers()) {
      fault(path, "a file must not have more than " + bounds.maxTransfers() + " transfers");
      ended = true;
    }
  }

  private void root(String name, String namespace) {
    if (!name.equals("Document") || namespace == null || !NAMESPACE.matcher(namespace).matches()) {
      fault(name, "must be the Document of a pain.001.001, version 03, 09 or later");
      ended = true;
    }
  }

  @Override
  public void hasText(String path, String text) {
    switch (path) {
      case HEADER + "/NbOfTxs" -> said(path, all.sayNumber(text));
      case HEADER + "/CtrlSum" -> said(path, all.saySum(text));
      case PAYMENT + "/NbOfTxs" -> said(path, ofPayment.sayNumber(text));
      case PAYMENT + "/CtrlSum" -> said(path, ofPayment.saySum(text));
      case PAYMENT + "/PmtMtd" -> method = once(path, method, text);
      case PAYMENT + "/ReqdExctnDt", PAYMENT + "/ReqdExctnDt/Dt", PAYMENT + "/ReqdExctnDt/DtTm" ->
          executionDay(path, text);
      case PAYMENT + "/DbtrAcct/Id/IBAN", PAYMENT + "/DbtrAcct/Id/Othr/Id" ->
          debtor = account(path, debtor, text);
      case TRANSFER + "/PmtId/EndToEndId" -> draft.endToEndId = name(path, text);
      case AMOUNT -> draft.amount = once(path, draft.amount, text);
      case TRANSFER + "/CdtrAcct/Id/IBAN", TRANSFER + "/CdtrAcct/Id/Othr/Id" ->
          draft.creditor = account(path, draft.creditor, text);
      case TRANSFER + "/RmtInf/Ustrd" ->
          draft.unstructured = draft.unstructured == null ? text : draft.unstructured + " " + text;
      case TRANSFER + "/RmtInf/Strd/CdtrRefInf/Ref" ->
          draft.structured = once(path, draft.structured, text);
      default -> {
        // passed over
      }
    }
  }

  @Override
  public void ends(String path) {
    if (path.equals(TRANSFER)) {
      endTransfer();
    } else if (path.equals(PAYMENT)) {
      endPayment();
    }
  }

  private void endTransfer() {
    require("DbtrAcct", debtor, shown(PAYMENT));
    require("PmtId/EndToEndId", draft.endToEndId, shown(TRANSFER));
    require("CdtrAcct", draft.creditor, shown(TRANSFER));
    require("Amt/InstdAmt", draft.amount, shown(TRANSFER));
    if (draft.amount != null) {
      endAmount();
    }
  }

  private void endAmount() {
    var reference = draft.reference();
    if (!Movement.isReference(reference)) {
      fault(
          TRANSFER + "/RmtInf",
          "must be 1 to 140 characters together, not blank, without control characters");
    }
    try {
      var currency = Amounts.currency(draft.currency == null ? "" : draft.currency);
      var amount = Money.parse(draft.amount, currency);
      all.add(amount);
      ofPayment.add(amount);
      if (faults.isEmpty()) {
        taken.accept(
            new FiledTransfer(
                draft.line, draft.endToEndId, debtor, draft.creditor, amount, reference));
      }
    } catch (IllegalArgumentException e) {
      fault(AMOUNT, e.getMessage());
    }
  }

  private void endPayment() {
    if (method == null || !method.equals("TRF")) {
      fault(PAYMENT + "/PmtMtd", "must be TRF");
    }
    if (faults.isEmpty()) {
      check(PAYMENT, ofPayment);
    }
  }

  private void check(String part, ControlSum sum) {
    if (part.equals(HEADER) && !sum.saysNumber()) {
      fault(part + "/NbOfTxs", "is required");
    }
    if (!sum.isNumberRight()) {
      fault(part + "/NbOfTxs", sum.realNumber());
    }
    if (!sum.isSumRight()) {
      fault(part + "/CtrlSum", sum.realSum());
    }
  }

  private void executionDay(String path, String text) {
    try {
      var day = LocalDate.parse(text.substring(0, Math.min(DATE, text.length())));
      if (day.isAfter(bounds.today())) {
        fault(path, "is not supported: a later day than today (UTC)");
      }
    } catch (DateTimeException e) {
      fault(path, "must be a day such as 2026-11-02");
    }
  }

  private String account(String path, String before, String text) {
    if (!FiledTransfer.isAccount(text)) {
      fault(path, "must be an account's number: 1 to 40 capital letters, digits and hyphens");
    }
    return once(path, before, text);
  }

  private String name(String path, String text) {
    if (text.isEmpty() || text.length() > MAX_NAME || !Movement.isReference(text)) {
      fault(path, "must be 1 to 35 characters");
    }
    return once(path, draft.endToEndId, text);
  }

  private String once(String path, String before, String text) {
    if (before != null) {
      fault(path, "must be there once");
    }
    return text;
  }

  private void said(String path, String fault) {
    if (!fault.isEmpty()) {
      fault(path, fault);
    }
  }

  private void require(String name, String value, String parent) {
    if (value == null) {
      faults.add(parent + "/" + name, "is required" + line());
    }
  }

  private void fault(String path, String detail) {
    faults.add(shown(path), detail + line());
  }

  private String line() {
    return " (line " + elements.line() + ")";
  }

  /** With the numbers of the payment and the transfer that are meant (XPath counts from 1). */
  private String shown(String path) {
    return "/"
        + path.replace("/PmtInf", "/PmtInf[" + payments + "]")
            .replace("/CdtTrfTxInf", "/CdtTrfTxInf[" + transfers + "]");
  }
}
