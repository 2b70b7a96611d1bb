package org.corridor.transaction.infrastructure.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.file.TransferFileReader.Bounds;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.file.FiledTransfer;

/** A CSV file (RFC 4180) in UTF-8, whose first line names its columns, in any order. */
final class CsvTransfers {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Of one record: far more than a transfer needs, far less than the file may have. */
  private static final int MAX_RECORD = 16_384;

  private final Bounds bounds;
  private final Faults faults;
  private final Consumer<FiledTransfer> taken;
  private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
  private int width;
  private int count;
  private long line;

  private enum Column {
    SOURCE_ACCOUNT,
    DESTINATION_ACCOUNT,
    AMOUNT,
    CURRENCY,
    REFERENCE;

    String header() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  CsvTransfers(Bounds bounds, Faults faults, Consumer<FiledTransfer> taken) {
    this.bounds = bounds;
    this.faults = faults;
    this.taken = taken;
  }

  void read(InputStream body) throws IOException {
    try (var records =
        CsvReader.builder()
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(MAX_RECORD)
            .ofCsvRecord(withoutMark(body))) {
      for (var row : records) {
        line = row.getStartingLineNumber();
        if (columns.isEmpty()) {
          header(row);
        } else {
          transfer(row);
        }
        if (faults.isFull() || columns.isEmpty() || count > bounds.maxTransfers()) {
          return;
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof CharacterCodingException badText) {
        throw badText;
      }
      faults.add("after line " + line, "is not CSV (RFC 4180), or has too long a record");
    }
  }

  /** The number of the line that was read last. */
  long line() {
    return line;
  }

  private static Reader withoutMark(InputStream body) throws IOException {
    var text =
        new BufferedReader(
            new InputStreamReader(
                body,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private void header(CsvRecord row) {
    width = row.getFieldCount();
    var known = new EnumMap<Column, Integer>(Column.class);
    for (var nth = 0; nth < width; nth++) {
      column(row.getField(nth), nth, known);
    }
    for (var column : Column.values()) {
      if (column != Column.REFERENCE && !known.containsKey(column)) {
        fault("the column " + column.header() + " is required");
      }
    }
    if (faults.isEmpty()) {
      columns.putAll(known);
    }
  }

  private void column(String name, int nth, Map<Column, Integer> known) {
    for (var column : Column.values()) {
      if (column.header().equals(name)) {
        if (known.put(column, nth) != null) {
          fault("the column " + name + " is there twice");
        }
        return;
      }
    }
    fault(
        "column "
            + (nth + 1)
            + " is none of source_account, destination_account, amount, currency, reference");
  }

  private void transfer(CsvRecord row) {
    count++;
    if (count > bounds.maxTransfers()) {
      fault("a file must not have more than " + bounds.maxTransfers() + " transfers");
      return;
    }
    if (row.getFieldCount() != width) {
      fault("must have " + width + " fields, not " + row.getFieldCount());
      return;
    }
    var source = account(row, Column.SOURCE_ACCOUNT);
    var destination = account(row, Column.DESTINATION_ACCOUNT);
    var amount = amount(row);
    var reference = reference(row);
    if (faults.isEmpty()) {
      taken.accept(
          new FiledTransfer(Math.toIntExact(line), null, source, destination, amount, reference));
    }
  }

  private String account(CsvRecord row, Column column) {
    var text = field(row, column);
    if (!FiledTransfer.isAccount(text)) {
      fault(
          column,
          "must be an account's id, or its number: 1 to 40 capital letters, digits and hyphens");
    }
    return text;
  }

  private Money amount(CsvRecord row) {
    try {
      var currency = Amounts.currency(field(row, Column.CURRENCY));
      return amount(row, currency);
    } catch (IllegalArgumentException e) {
      fault(Column.CURRENCY, e.getMessage());
      return null;
    }
  }

  private Money amount(CsvRecord row, Currency currency) {
    try {
      return Money.parse(field(row, Column.AMOUNT), currency);
    } catch (IllegalArgumentException e) {
      fault(Column.AMOUNT, e.getMessage());
      return null;
    }
  }

  private String reference(CsvRecord row) {
    if (!columns.containsKey(Column.REFERENCE) || field(row, Column.REFERENCE).isEmpty()) {
      return null;
    }
    var text = field(row, Column.REFERENCE);
    if (!Movement.isReference(text)) {
      fault(Column.REFERENCE, "must be 1 to 140 characters, not blank, without control characters");
    }
    return text;
  }

  private String field(CsvRecord row, Column column) {
    return row.getField(columns.get(column));
  }

  private void fault(Column column, String detail) {
    faults.add("line " + line + ", " + column.header(), detail);
  }

  private void fault(String detail) {
    faults.add("line " + line, detail);
  }
}
