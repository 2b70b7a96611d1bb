package org.corridor.transaction.api;

/** Files as the description of the interface shows them; a test says that they are accepted. */
final class FileExamples {

  static final String CSV =
      """
      source_account,destination_account,amount,currency,reference
      CO8500000000000001,CO5800000000000002,1250.00,EUR,Salary November
      CO8500000000000001,01930d2e-7c1a-7000-8000-000000000002,12.50,EUR,"Lunch, on Tuesday"
      """;

  static final String PAIN_001 =
      """
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
        <CstmrCdtTrfInitn>
          <GrpHdr>
            <MsgId>SALARIES-2026-11</MsgId>
            <CreDtTm>2026-11-02T12:00:00Z</CreDtTm>
            <NbOfTxs>1</NbOfTxs>
            <CtrlSum>1250.00</CtrlSum>
            <InitgPty><Nm>Anna's Bakery</Nm></InitgPty>
          </GrpHdr>
          <PmtInf>
            <PmtInfId>STAFF</PmtInfId>
            <PmtMtd>TRF</PmtMtd>
            <ReqdExctnDt><Dt>2026-11-02</Dt></ReqdExctnDt>
            <Dbtr><Nm>Anna's Bakery</Nm></Dbtr>
            <DbtrAcct><Id><Othr><Id>CO8500000000000001</Id></Othr></Id></DbtrAcct>
            <DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>
            <CdtTrfTxInf>
              <PmtId><EndToEndId>STAFF-1</EndToEndId></PmtId>
              <Amt><InstdAmt Ccy="EUR">1250.00</InstdAmt></Amt>
              <Cdtr><Nm>Ben</Nm></Cdtr>
              <CdtrAcct><Id><Othr><Id>CO5800000000000002</Id></Othr></Id></CdtrAcct>
              <RmtInf><Ustrd>Salary November</Ustrd></RmtInf>
            </CdtTrfTxInf>
          </PmtInf>
        </CstmrCdtTrfInitn>
      </Document>
      """;

  private FileExamples() {}
}
